namespace TypedTensors;

/// <summary>Declares the shapes of the elements of a tuple of tensors, one string for each element in order.</summary>
/// <remarks><c>[return: Shapes("...b", "...b, k")]</c> types a method that returns two tensors.</remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue)]
public sealed class ShapesAttribute : Attribute
{
    /// <summary>Declares one shape for each element of the tuple.</summary>
    /// <param name="shapes">Shapes in the shape language; the empty string is a scalar.</param>
    public ShapesAttribute(params string[] shapes) => Shapes = shapes;

    /// <summary>The shapes as written.</summary>
    public IReadOnlyList<string> Shapes { get; }
}
