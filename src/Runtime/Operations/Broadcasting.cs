namespace TypedTensors;

/// <summary>Broadcasting of concrete sizes: aligned at the innermost dimension, a size of 1 or a missing dimension stretches.</summary>
internal static class Broadcasting
{
    /// <summary>The shape that both stretch to.</summary>
    /// <returns>Whether there is one.</returns>
    public static bool TryCombine(Shape left, Shape right, out Shape result)
    {
        int rank = Math.Max(left.Rank, right.Rank);
        Span<int> sizes = stackalloc int[rank];
        for (int fromEnd = 1; fromEnd <= rank; fromEnd++)
        {
            int a = fromEnd <= left.Rank ? left.Sizes[^fromEnd] : 1;
            int b = fromEnd <= right.Rank ? right.Sizes[^fromEnd] : 1;
            if (a != b && a != 1 && b != 1)
            {
                result = default;
                return false;
            }

            sizes[^fromEnd] = a == 1 ? b : a;
        }

        result = new Shape(sizes);
        return true;
    }

    /// <summary>The shape that both stretch to.</summary>
    /// <exception cref="ShapeException">There is none.</exception>
    public static Shape Combine(Shape left, Shape right, OperationContract contract) =>
        TryCombine(left, right, out Shape result) ? result : throw contract.Refuse(left, right);

    /// <summary>The shape that three stretch to.</summary>
    /// <exception cref="ShapeException">There is none.</exception>
    public static Shape Combine(Shape first, Shape second, Shape third, OperationContract contract) =>
        TryCombine(first, second, out Shape pair) && TryCombine(pair, third, out Shape result) ? result : throw contract.Refuse(first, second, third);

    /// <summary>Whether a shape stretches to another without changing that one.</summary>
    public static bool CanExpand(Shape shape, Shape target) =>
        TryCombine(shape, target, out Shape combined) && combined == target;
}
