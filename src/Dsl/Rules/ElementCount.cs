using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary>The number of elements of a shape.</summary>
internal static class ElementCount
{
    public static Dimension Of(ShapeValue shape) => Of(shape.Items);

    /// <summary>The product of the sizes; a pack counts as a symbol of its own, the same for the same pack.</summary>
    public static Dimension Of(IEnumerable<ShapeItem> items) => items.Aggregate(Dimension.One, (product, item) =>
        product * (item.Dimension ?? Dimension.Of(new Symbol("product(..." + item.Pack!.Name + ")", item.Pack.Kind, item.Pack.Serial))));
}
