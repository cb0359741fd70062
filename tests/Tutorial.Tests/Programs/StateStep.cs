using System.Text.Json;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Programs;

/// <summary>A step that works on the names themselves rather than on tensors alone.</summary>
/// <param name="Interpreter">What runs the program.</param>
/// <param name="In">The names of the arguments.</param>
/// <param name="Out">The names of the results.</param>
/// <param name="Attributes">The attributes.</param>
/// <param name="Body">The steps within the step.</param>
internal sealed record StateStep(Interpreter Interpreter, string?[] In, string[] Out, JsonElement Attributes, JsonElement Body)
{
    public Names Names => Interpreter.Names;

    /// <summary>The tensor of the first argument.</summary>
    public Tensor Tensor => Names.Tensor(In[0]!);

    /// <summary>The first argument.</summary>
    public Operand Operand => Names.Operand(In[0]!);

    /// <summary>All arguments.</summary>
    public IEnumerable<Operand> Operands => In.Select(name => Names.Operand(name!));

    /// <summary>Access to the attributes.</summary>
    public Step Step => new([], Attributes);

    /// <summary>The second argument, or the number that stands in its place.</summary>
    public Tensor Other => In.Length > 1 ? Names.Tensor(In[1]!) : TypedTensors.Tensor.Scalar(Step.Number("other"));

    /// <summary>Gives the first argument another tensor.</summary>
    public Tensor Target
    {
        set => Names[In[0]!] = value;
    }

    /// <summary>The result.</summary>
    public object? Result
    {
        set => Names[Out[0]] = value;
    }

    public void RunBody() => Interpreter.Run(Body);
}
