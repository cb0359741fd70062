using TypedTensors.Dimensions;

namespace TypedTensors.Shapes;

/// <summary>One item of a shape value: a dimension, or a pack that stands for zero or more dimensions.</summary>
/// <param name="Dimension">The dimension; null for a pack.</param>
/// <param name="Pack">The pack's symbol; null for a dimension. An opaque pack is a run of dimensions that nothing is known of.</param>
internal sealed record ShapeItem(Dimension? Dimension, Symbol? Pack)
{
    public static ShapeItem Of(Dimension dimension) => new(dimension, null);

    public static ShapeItem OfPack(Symbol pack) => new(null, pack);

    public bool IsPack => Pack is not null;

    public override string ToString() => IsPack ? "..." + Pack!.Name : Dimension!.ToString();
}

/// <summary>
/// The shape of a tensor as far as it is known: dimensions with at most one pack among them. A tensor of which nothing is known
/// has a single opaque pack.
/// </summary>
internal sealed class ShapeValue : IEquatable<ShapeValue>
{
    public ShapeValue(IReadOnlyList<ShapeItem> items) => Items = items;

    public IReadOnlyList<ShapeItem> Items { get; }

    /// <summary>The number of dimensions, or null when a pack makes it unknown.</summary>
    public int? Rank => throw new NotSupportedException();

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsUnknown => throw new NotSupportedException();

    /// <summary>A shape of constant sizes.</summary>
    public static ShapeValue Of(params long[] sizes) => throw new NotSupportedException();

    public static ShapeValue Of(IEnumerable<Dimension> dimensions) => throw new NotSupportedException();

    public bool Equals(ShapeValue? other) => throw new NotSupportedException();

    public override bool Equals(object? obj) => Equals(obj as ShapeValue);

    public override int GetHashCode() => throw new NotSupportedException();

    /// <summary>As messages show it: <c>(batch, 784)</c>, <c>(...b, d)</c>, <c>()</c>; an opaque pack without a name prints as <c>...</c>.</summary>
    public override string ToString() => throw new NotSupportedException();
}
