using TypedTensors.Kernels.Movements;

namespace TypedTensors;

/// <summary>What the operations that pad have in common: two amounts for each of the last dimensions.</summary>
internal static class PaddedShape
{
    /// <summary>The shape with padding, where the amounts are pairs and there is a dimension for each.</summary>
    /// <param name="input">The shape.</param>
    /// <param name="amounts">The amounts.</param>
    /// <param name="fits">Whether a dimension of some size can be padded by an amount.</param>
    /// <param name="shape">The result.</param>
    public static bool TryCompute(Shape input, ReadOnlySpan<int> amounts, Func<int, int, int, bool> fits, out Shape shape)
    {
        shape = default;
        int first = input.Rank - (amounts.Length / 2);
        if (amounts.Length % 2 != 0 || first < 0)
            return false;
        int[] sizes = input.Sizes.ToArray();
        for (int i = 0; i < amounts.Length; i += 2)
        {
            ref int size = ref sizes[first + (i / 2)];
            if (!fits(size, amounts[i], amounts[i + 1]))
                return false;
            size = checked(size + amounts[i] + amounts[i + 1]);
        }

        shape = new Shape(sizes);
        return true;
    }

    /// <summary>The elements that stay, at their places in the padded tensor.</summary>
    /// <param name="sizes">The sizes without padding.</param>
    /// <param name="amounts">The amounts.</param>
    /// <param name="pieces">Room for as many pieces as there are axes.</param>
    public static ReadOnlySpan<Piece> Inside(ReadOnlySpan<int> sizes, ReadOnlySpan<int> amounts, Span<Piece> pieces)
    {
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            (int before, int after) = Of(axis, sizes.Length, amounts);
            int skipped = Math.Max(0, -before);
            pieces[axis] = new Piece(axis, Math.Max(0, before), skipped, sizes[axis] - skipped - Math.Max(0, -after), 1);
        }

        return pieces;
    }

    /// <summary>The elements that stay, and before and after them elements of the argument itself.</summary>
    /// <param name="sizes">The sizes without padding.</param>
    /// <param name="amounts">The amounts, none of them negative.</param>
    /// <param name="step">-1 for elements mirrored at the outermost one, 0 for the outermost one itself.</param>
    /// <param name="pieces">Room for three pieces for each axis.</param>
    public static ReadOnlySpan<Piece> Surrounded(ReadOnlySpan<int> sizes, ReadOnlySpan<int> amounts, int step, Span<Piece> pieces)
    {
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            (int before, int after) = Of(axis, sizes.Length, amounts);
            int size = sizes[axis];
            pieces[3 * axis] = new Piece(axis, 0, -step * before, before, step);
            pieces[(3 * axis) + 1] = new Piece(axis, before, 0, size, 1);
            pieces[(3 * axis) + 2] = new Piece(axis, before + size, size - 1 + step, after, step);
        }

        return pieces;
    }

    /// <summary>The amounts of an axis.</summary>
    private static (int Before, int After) Of(int axis, int rank, ReadOnlySpan<int> amounts)
    {
        int at = amounts.Length - (2 * (rank - axis));
        return at < 0 ? (0, 0) : (amounts[at], amounts[at + 1]);
    }
}
