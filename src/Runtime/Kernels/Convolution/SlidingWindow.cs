namespace TypedTensors.Kernels.Convolution;

/// <summary>A window that slides along one dimension.</summary>
/// <param name="Kernel">How many elements it holds.</param>
/// <param name="Stride">How far it moves.</param>
/// <param name="Padding">How far it begins before the dimension, and ends after it.</param>
/// <param name="Dilation">How far apart its elements are.</param>
internal readonly record struct SlidingWindow(int Kernel, int Stride, int Padding, int Dilation)
{
    /// <summary>A window of one element that visits each.</summary>
    public static SlidingWindow Single { get; } = new(1, 1, 0, 1);

    private bool IsValid => Kernel >= 1 && Stride >= 1 && Padding >= 0 && Dilation >= 1;

    private long Span => ((long)Dilation * (Kernel - 1)) + 1;

    /// <summary>How many positions it has in a dimension.</summary>
    /// <returns>Whether it has any.</returns>
    public bool TryCountPositions(int size, out int positions)
    {
        positions = 0;
        if (!IsValid || Span > size + (2L * Padding))
            return false;
        positions = checked((int)(((size + (2L * Padding) - Span) / Stride) + 1));
        return true;
    }

    /// <summary>How many positions it has in a dimension when the last may reach beyond the padding by less than the stride, as long as it begins before the padding at the end.</summary>
    /// <returns>Whether it has any.</returns>
    public bool TryCountPositionsRoundedUp(int size, out int positions)
    {
        positions = 0;
        long beyond = size + (2L * Padding) - Span + Stride - 1, before = (long)size + Padding - 1;
        if (!IsValid || beyond < 0 || before < 0)
            return false;
        positions = checked((int)((Math.Min(beyond, before) / Stride) + 1));
        return true;
    }

    /// <summary>The size of a dimension in which it has so many positions; <paramref name="extra"/> picks one of several.</summary>
    /// <returns>Whether there is such a size.</returns>
    public bool TryCover(int positions, int extra, out int size)
    {
        size = 0;
        if (!IsValid || extra < 0 || extra >= Math.Max(Stride, Dilation))
            return false;
        long covered = ((positions - 1L) * Stride) - (2L * Padding) + Span + extra;
        size = checked((int)Math.Max(0, covered));
        return covered >= 1;
    }

    /// <summary>The positions at which one of its elements lies inside a dimension: the first of them, and the first after them.</summary>
    /// <param name="element">The element.</param>
    /// <param name="size">The size of the dimension.</param>
    /// <param name="positions">How many positions there are.</param>
    public (int First, int End) Inside(int element, int size, int positions)
    {
        int offset = (element * Dilation) - Padding;
        int first = offset >= 0 ? 0 : (-offset + Stride - 1) / Stride;
        int end = offset >= size ? 0 : Math.Min(positions, ((size - 1 - offset) / Stride) + 1);
        return (Math.Min(first, end), end);
    }

    /// <summary>How many elements lie inside a dimension or its padding at one position; those of a window whose elements are neighbours.</summary>
    /// <param name="position">The position.</param>
    /// <param name="size">The size of the dimension.</param>
    public int PaddedElementsAt(int position, int size) => Math.Min(Kernel, size + (2 * Padding) - (position * Stride));

    /// <summary>The elements that lie inside a dimension at one position: the first of them, and the first after them.</summary>
    /// <param name="position">The position.</param>
    /// <param name="size">The size of the dimension.</param>
    public (int First, int End) ElementsAt(int position, int size)
    {
        int offset = (position * Stride) - Padding;
        int first = offset >= 0 ? 0 : (-offset + Dilation - 1) / Dilation;
        int end = offset >= size ? 0 : Math.Min(Kernel, ((size - 1 - offset) / Dilation) + 1);
        return (Math.Min(first, end), end);
    }
}
