using System.Diagnostics.CodeAnalysis;

namespace TypedTensors;

/// <summary>The declaration of an operation as the runtime reads it: name, shape rule, and what the pullback needs.</summary>
/// <remarks>
/// Read once, by reflection, from the attributes of the declaring method; the shape rule itself is parsed only when an error
/// has to be explained.
/// </remarks>
public sealed partial class OperationContract
{
    /// <summary>Reads the declaration of an operation.</summary>
    /// <param name="declaringType">The type that declares it.</param>
    /// <param name="method">The name of the method with the <see cref="OperationAttribute"/>; one method of that name has it.</param>
    /// <returns>The contract.</returns>
    /// <exception cref="ArgumentException">No method of that name, or more than one, is declared to be an operation.</exception>
    public static OperationContract Of(
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] Type declaringType, string method) =>
        throw new NotSupportedException();

    /// <summary>The operation's name, as messages show it.</summary>
    public string Name => throw new NotSupportedException();

    /// <summary>What the pullback reads of the forward computation.</summary>
    public Saved Saves => throw new NotSupportedException();

    /// <summary>Whether a gradient reaches the tensor argument with this index (counted among the tensor parameters).</summary>
    public bool IsDifferentiable(int tensorArgument) => throw new NotSupportedException();

    /// <summary>Explains why arguments are refused: applies the declared rule to them and takes its message.</summary>
    /// <param name="arguments">One value for each parameter of the declaring method: tensors or shapes, integers, int lists, booleans, ...</param>
    /// <returns>The exception to throw.</returns>
    public ShapeException Refuse(params ReadOnlySpan<object?> arguments) => throw new NotSupportedException();
}
