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

    /// <summary>Whether this is a pack that nothing is known of.</summary>
    public bool IsOpaquePack => Pack is not null && Pack.Kind != SymbolKind.Rigid;

    public override string ToString() => IsPack ? "..." + Pack!.Name : Dimension!.ToString();
}

/// <summary>
/// The shape of a tensor as far as it is known: dimensions with at most one pack among them. A tensor of which nothing is known
/// has a single opaque pack.
/// </summary>
internal sealed class ShapeValue : IEquatable<ShapeValue>
{
    public ShapeValue(IReadOnlyList<ShapeItem> items)
    {
        Items = items;
        PackIndex = -1;
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].IsPack)
                PackIndex = PackIndex < 0 ? i : throw new ArgumentException("A shape has at most one pack.", nameof(items));
        }
    }

    public IReadOnlyList<ShapeItem> Items { get; }

    /// <summary>The number of dimensions, or null when a pack makes it unknown.</summary>
    public int? Rank => PackIndex < 0 ? Items.Count : null;

    /// <summary>Whether nothing at all is known.</summary>
    public bool IsUnknown => Items.Count == 1 && Items[0].IsOpaquePack;

    /// <summary>Where the pack stands among the items, or -1.</summary>
    public int PackIndex { get; }

    /// <summary>The number of dimensions that are there whatever the pack stands for.</summary>
    public int MinRank => PackIndex < 0 ? Items.Count : Items.Count - 1;

    /// <summary>The number of dimensions before the pack; all of them when there is none.</summary>
    public int PrefixLength => PackIndex < 0 ? Items.Count : PackIndex;

    /// <summary>The number of dimensions after the pack; all of them when there is none.</summary>
    public int SuffixLength => PackIndex < 0 ? Items.Count : Items.Count - 1 - PackIndex;

    /// <summary>A shape of constant sizes.</summary>
    public static ShapeValue Of(params long[] sizes) => Of(sizes.Select(Dimension.Constant));

    public static ShapeValue Of(IEnumerable<Dimension> dimensions) => new([.. dimensions.Select(ShapeItem.Of)]);

    /// <summary>
    /// A shape of any items: when there are several packs, what lies between the first and the last becomes one opaque pack.
    /// </summary>
    /// <param name="items">The items.</param>
    /// <param name="pack">Makes the symbol of the opaque pack.</param>
    public static ShapeValue Join(IReadOnlyList<ShapeItem> items, Func<Symbol> pack)
    {
        int first = 0;
        while (first < items.Count && !items[first].IsPack)
            first++;
        int last = items.Count - 1;
        while (last > first && !items[last].IsPack)
            last--;
        if (last <= first)
            return new ShapeValue(items);
        return new ShapeValue([.. items.Take(first), ShapeItem.OfPack(pack()), .. items.Skip(last + 1)]);
    }

    /// <summary>The dimension at an index among the items, which is not the pack's.</summary>
    public Dimension this[int index] => Items[index].Dimension ?? throw new ArgumentException("There is a pack at " + index + ".", nameof(index));

    public bool Equals(ShapeValue? other) => other is not null && Items.SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as ShapeValue);

    public override int GetHashCode() => Items.Aggregate(17, (hash, item) => unchecked((hash * 31) + item.GetHashCode()));

    /// <summary>As messages show it: <c>(batch, 784)</c>, <c>(...b, d)</c>, <c>()</c>; an opaque pack without a name prints as <c>...</c>.</summary>
    public override string ToString() => "(" + string.Join(", ", Items) + ")";
}
