namespace TypedTensors;

/// <summary>Declares the shape of a tensor: of a parameter, a return value, a property or a field.</summary>
/// <remarks>
/// Every argument is a string of one or more comma-separated items of the shape language, or an integer constant.
/// <c>[Shape("batch, heads", 28 * 28)]</c> is a tensor of rank 3; <c>[Shape]</c> is a scalar. Names are scoped to the
/// member and stand for every size; a name that occurs twice is the same size twice. <c>...b</c> stands for zero or more
/// dimensions, <c>_</c> for any size, <c>?</c> for a size that is not tracked.
/// </remarks>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.ReturnValue | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ShapeAttribute : Attribute
{
    /// <summary>Declares a shape from its items, outermost dimension first.</summary>
    /// <param name="items">Strings of shape items, or integer constants.</param>
    public ShapeAttribute(params object[] items) => Items = items;

    /// <summary>The items as written.</summary>
    public IReadOnlyList<object> Items { get; }
}
