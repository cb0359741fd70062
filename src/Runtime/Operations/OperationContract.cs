using System.Diagnostics.CodeAnalysis;
using TypedTensors.Dimensions;
using TypedTensors.Signatures;

namespace TypedTensors;

/// <summary>The declaration of an operation as the runtime reads it: name, shape rule, and what the pullback needs.</summary>
/// <remarks>
/// Read once, by reflection, from the attributes of the declaring method; the shape rule itself is parsed only when an error
/// has to be explained.
/// </remarks>
public sealed class OperationContract
{
    private readonly bool[] _isDifferentiable;
    private readonly Lazy<Signature> _signature;

    private OperationContract(DeclarationReader declaration)
    {
        Name = declaration.Name;
        Saves = declaration.Operation.Saves;
        Linearity = declaration.Operation.Linearity == Linearity.Unknown && Saves == Saved.None ? Linearity.Together : declaration.Operation.Linearity;
        _isDifferentiable = declaration.ReadDifferentiable();
        _signature = new Lazy<Signature>(declaration.ReadSignature);
    }

    /// <summary>The operation's name, as messages show it.</summary>
    public string Name { get; }

    /// <summary>What the pullback reads of the forward computation.</summary>
    public Saved Saves { get; }

    /// <summary>How the result depends on the tensors that a gradient reaches.</summary>
    public Linearity Linearity { get; }

    /// <summary>The shape contract.</summary>
    internal Signature Signature => _signature.Value;

    /// <summary>Reads the declaration of an operation.</summary>
    /// <param name="declaringType">The type that declares it.</param>
    /// <param name="method">The name of the method with the <see cref="OperationAttribute"/>; one method of that name has it.</param>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentException">No method of that name, or more than one, is declared to be an operation.</exception>
    public static OperationContract Of(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type declaringType, string method) =>
        new(DeclarationReader.Find(declaringType, method));

    /// <summary>Whether a gradient reaches the tensor argument with this index (counted among the tensor parameters).</summary>
    /// <param name="tensorArgument">The index; a list of tensors counts as one argument.</param>
    public bool IsDifferentiable(int tensorArgument) => _isDifferentiable[tensorArgument];

    /// <summary>Explains why arguments are refused: applies the declared rule to them and takes its message.</summary>
    /// <param name="arguments">One value for each parameter of the declaring method: tensors or shapes, integers, int lists, booleans, ...</param>
    /// <returns>The exception to throw.</returns>
    /// <exception cref="InvalidOperationException">The declared rule finds nothing wrong: declaration and kernel disagree.</exception>
    public ShapeException Refuse(params ReadOnlySpan<object?> arguments)
    {
        var values = new Argument[arguments.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = RuntimeArguments.ToArgument(arguments[i]);

        CallOutcome outcome = Signature.Apply(values, Facts.None, ambient: null, new FreshSymbols());
        return outcome.Mismatch is { } mismatch
            ? new ShapeException(mismatch.Message)
            : throw new InvalidOperationException(
                $"{Name}: the kernel refused ({string.Join(", ", RuntimeArguments.Describe(arguments))}), in which the declared shape rule finds nothing wrong");
    }
}
