namespace TypedTensors;

/// <summary>Declares a method to be a tensor operation.</summary>
/// <remarks>
/// The method's parameters and result carry the shape rule as <see cref="ShapeAttribute"/>s. The implementation type
/// carries the kernel and the pullback. Everything that needs to know an operation reads this declaration: the analyzers
/// its shape rule, the generator its derivative and what that saves, the eager tape both, the documentation its table row.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OperationAttribute : Attribute
{
    /// <summary>Declares the annotated method to be an operation.</summary>
    /// <param name="implementation">The (open generic) struct that holds the kernel and, where there is one, the pullback.</param>
    public OperationAttribute(Type implementation) => Implementation = implementation;

    /// <summary>The struct that holds the kernel and the pullback.</summary>
    public Type Implementation { get; }

    /// <summary>What the pullback reads of the forward computation. What is not saved is not kept alive.</summary>
    public Saved Saves { get; set; }

    /// <summary>
    /// The parameters that a gradient reaches, separated by commas; null means every tensor parameter of the result's
    /// element type, the empty string none.
    /// </summary>
    public string? Differentiable { get; set; }

    /// <summary>How the result depends on the tensors that a gradient reaches; by it the derivative of the derivative is known.</summary>
    public Linearity Linearity { get; set; }

    /// <summary>
    /// The parameters, separated by commas, whose cotangent is that of the result itself, summed over what was broadcast: the terms of a sum.
    /// Generated code computes nothing for them.
    /// </summary>
    public string? Passes { get; set; }
}
