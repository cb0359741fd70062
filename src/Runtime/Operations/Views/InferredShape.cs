namespace TypedTensors;

/// <summary>A shape of as many elements as another, one size of which may follow from that.</summary>
internal static class InferredShape
{
    /// <summary>Puts the size in place of -1.</summary>
    /// <param name="input">The shape whose number of elements is kept.</param>
    /// <param name="wanted">The sizes, one of which may be -1.</param>
    /// <param name="shape">The shape.</param>
    /// <returns>Whether there is exactly one such shape.</returns>
    public static bool TryCompute(Shape input, ReadOnlySpan<int> wanted, out Shape shape)
    {
        shape = default;
        int[] sizes = wanted.ToArray();
        int inferred = -1;
        long known = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            bool isInferred = sizes[i] == -1;
            if (sizes[i] < -1 || (isInferred && inferred >= 0))
                return false;
            if (isInferred)
                inferred = i;
            else
                known = Math.Min(known * sizes[i], int.MaxValue + 1L);
        }

        if (inferred >= 0)
        {
            if (known == 0 || input.ElementCount % known != 0)
                return false;
            sizes[inferred] = (int)(input.ElementCount / known);
            known *= sizes[inferred];
        }

        if (known != input.ElementCount)
            return false;
        shape = new Shape(sizes);
        return true;
    }
}
