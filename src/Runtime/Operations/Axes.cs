namespace TypedTensors;

/// <summary>Resolves axes, which may be negative, without deciding what to say about one that does not exist.</summary>
internal static class Axes
{
    /// <summary>Counts an axis from 0; a negative one counts from the end.</summary>
    /// <returns>Whether there is such an axis.</returns>
    public static bool TryResolve(int axis, int rank, out int resolved)
    {
        resolved = axis < 0 ? axis + rank : axis;
        return (uint)resolved < (uint)rank;
    }

    /// <summary>Marks the axes of a list; an empty list stands for all. A scalar may be given the axis 0, or -1, which stands for nothing.</summary>
    /// <param name="axes">The axes.</param>
    /// <param name="marked">One truth value for each dimension.</param>
    /// <returns>Whether every axis exists and none occurs twice.</returns>
    public static bool TryMark(ReadOnlySpan<int> axes, Span<bool> marked)
    {
        int rank = marked.Length;
        marked.Fill(axes.IsEmpty);
        if (rank == 0)
            return axes.IsEmpty || (axes.Length == 1 && axes[0] is 0 or -1);
        foreach (int axis in axes)
        {
            if (!TryResolve(axis, rank, out int resolved) || marked[resolved])
                return false;
            marked[resolved] = true;
        }

        return true;
    }
}
