using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary>Shapes whose rank something else tells.</summary>
internal static class KnownRank
{
    /// <summary>The shape with its pack, if it has one, replaced by unknown sizes that fill it up to a rank. The rank is not below what is known.</summary>
    public static ShapeValue Assume(RuleContext context, ShapeValue shape, int rank) => shape.PackIndex < 0
        ? shape
        : new ShapeValue(
        [
            .. shape.Items.Take(shape.PackIndex),
            .. context.FreshSizes(rank - shape.MinRank),
            .. shape.Items.Skip(shape.PackIndex + 1),
        ]);
}
