using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>An argument of a primitive, with what a message needs to say where it came from.</summary>
/// <param name="Value">What is known of it.</param>
/// <param name="Label">The parameter's name, or the text of the rule that computed it.</param>
/// <param name="Index">The index of the parameter that it came from, or -1.</param>
/// <param name="IsList">Whether it is a list of tensors, known or not.</param>
internal sealed record Operand(Argument Value, string Label, int Index, bool IsList = false)
{
    public static Operand Absent { get; } = new(new AbsentArgument(), "", -1);

    public bool IsAbsent => Value is AbsentArgument;

    /// <summary>How a message calls it: <c>left 'h'</c>, or <c>left</c> when its text is not known.</summary>
    public string Description => Value.Text is null ? Label : Label + " '" + Value.Text + "'";

    /// <summary>The shape, when the operand has one that is known at all.</summary>
    public ShapeValue? Shape => Value switch
    {
        TensorArgument tensor => tensor.Shape,
        PatternArgument pattern => pattern.Shape,
        IntegerArgument or BooleanArgument => ShapeValue.Of(),
        _ => null,
    };

    /// <summary>The integers of a list, or a single one as a list; null when they are not known.</summary>
    public IReadOnlyList<Dimension>? Integers => Value switch
    {
        IntegerArgument integer => [integer.Value],
        IntegerListArgument list => list.Values,
        _ => null,
    };

    /// <summary>The integer, when it is known.</summary>
    public Dimension? Integer => (Value as IntegerArgument)?.Value;
}
