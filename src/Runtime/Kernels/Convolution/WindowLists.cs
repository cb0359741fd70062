namespace TypedTensors.Kernels.Convolution;

/// <summary>Lists with an integer for each dimension along which a window slides.</summary>
internal static class WindowLists
{
    /// <summary>Whether there is one integer, for all dimensions, one for each, or none.</summary>
    public static bool Fits(ReadOnlySpan<int> list, int dimensions) => list.Length <= 1 || list.Length == dimensions;

    /// <summary>The integer of one dimension.</summary>
    public static int At(ReadOnlySpan<int> list, int dimension, int otherwise) => list.Length switch
    {
        0 => otherwise,
        1 => list[0],
        _ => list[dimension],
    };
}
