namespace TypedTensors;

/// <summary>The shape of what attention gives.</summary>
internal static class AttentionShape
{
    /// <summary>The batch that all are broadcast to, a row for each query, a column for each of a value.</summary>
    /// <returns>Whether the shapes fit each other.</returns>
    public static bool TryCompute(Shape query, Shape key, Shape value, Shape? mask, out Shape result)
    {
        result = default;
        bool fits = query.Rank >= 2 && key.Rank >= 2 && value.Rank >= 2 && query[-1] == key[-1] && key[-2] == value[-2];
        if (!fits || !Broadcasting.TryCombine(Batch(query), Batch(key), out Shape batch) || !Broadcasting.TryCombine(batch, Batch(value), out batch))
            return false;
        if (mask is { } seen && (seen.Rank < 2 || seen[-2] != query[-2] || seen[-1] != key[-2] || !Broadcasting.TryCombine(batch, Batch(seen), out batch)))
            return false;
        result = new Shape([.. batch.Sizes, query[-2], value[-1]]);
        return true;
    }

    private static Shape Batch(Shape shape) => new(shape.Sizes[..^2]);
}
