namespace TypedTensors;

/// <summary>Decides whether a reshape can share memory.</summary>
internal static class ReshapedStrides
{
    /// <summary>The strides under which the same memory shows the same elements in the same row-major order.</summary>
    /// <param name="sizes">The sizes that are there.</param>
    /// <param name="strides">The strides that are there.</param>
    /// <param name="newSizes">The sizes wanted, with the same number of elements.</param>
    /// <returns>One stride for each new dimension, or null when a copy is needed.</returns>
    /// <remarks>
    /// Neighbouring dimensions that lie in memory without a gap between them form a run, which may be cut at will; a new dimension
    /// must not straddle two runs. Both shapes are walked from the innermost dimension outwards.
    /// </remarks>
    public static int[]? Find(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, ReadOnlySpan<int> newSizes)
    {
        if (sizes.Contains(0))
            return new Shape(newSizes).RowMajorStrides();
        int[] newStrides = new int[newSizes.Length];
        int next = newSizes.Length - 1;
        for (int axis = sizes.Length - 1; axis >= 0;)
        {
            int stride = strides[axis];
            int runLength = 1;
            // A dimension of size 1 moves nothing: it belongs to any run.
            do
            {
                if (runLength == 1)
                    stride = strides[axis];
                runLength *= sizes[axis];
                axis--;
            }
            while (axis >= 0 && (sizes[axis] == 1 || runLength == 1 || strides[axis] == stride * runLength));

            int covered = 1;
            while (next >= 0 && (covered < runLength || newSizes[next] == 1))
            {
                newStrides[next] = stride * covered;
                covered *= newSizes[next];
                next--;
            }

            if (covered != runLength)
                return null;
        }

        // What is left, and every new dimension of a scalar, has size 1.
        for (; next >= 0; next--)
            newStrides[next] = 1;
        return newStrides;
    }
}
