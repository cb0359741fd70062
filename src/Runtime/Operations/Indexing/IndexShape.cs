namespace TypedTensors;

/// <summary>What the operations on an index along a dimension have in common.</summary>
internal static class IndexShape
{
    /// <summary>Whether an index has as many dimensions as a tensor, and no more positions along those other than its own.</summary>
    public static bool Fits(Shape index, Shape tensor, int dim) =>
        Axes.TryResolve(dim, Math.Max(1, tensor.Rank), out int axis) && Fits(index.Sizes, tensor.Sizes, axis);

    /// <summary>Whether an index has as many dimensions as a tensor, and no more positions along any.</summary>
    public static bool Fits(Shape index, Shape tensor) => Fits(index.Sizes, tensor.Sizes, axis: -1);

    /// <summary>The dimension counted from 0, which is 0 for a scalar.</summary>
    public static int Axis(int dim, int rank) => dim < 0 ? dim + Math.Max(1, rank) : dim;

    private static bool Fits(ReadOnlySpan<int> index, ReadOnlySpan<int> tensor, int axis)
    {
        if (index.Length != tensor.Length)
            return false;
        for (int i = 0; i < index.Length; i++)
        {
            if (i != axis && index[i] > tensor[i])
                return false;
        }

        return true;
    }
}
