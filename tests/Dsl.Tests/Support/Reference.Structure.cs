namespace TypedTensors.Tests.Support;

/// <content>Operations that move elements.</content>
internal static partial class Reference
{
    public static long[]? Diagonal(long[] shape, long offset, long first, long second)
    {
        if (Axes(shape, [first, second], scalar: false) is not int[] axes)
            return null;
        int length = 0;
        for (long row = 0; row < shape[axes[0]]; row++)
            length += row + offset >= 0 && row + offset < shape[axes[1]] ? 1 : 0;
        return [.. shape.Where((_, i) => !axes.Contains(i)), length];
    }

    public static long[]? Tile(long[] shape, long[] repeats)
    {
        int rank = Math.Max(shape.Length, repeats.Length);
        long At(long[] values, int i) => i < rank - values.Length ? 1 : values[i - rank + values.Length];
        return repeats.Any(count => count < 0) ? null : [.. Enumerable.Range(0, rank).Select(i => At(shape, i) * At(repeats, i))];
    }

    public static long[]? Pad(long[] shape, long[] amounts) =>
        Padded(shape, amounts, (size, before, after) => size >= Math.Max(0, -before) + Math.Max(0, -after));

    public static long[]? PadReflection(long[] shape, long[] amounts) =>
        Padded(shape, amounts, (size, before, after) => new[] { before, after }.All(amount => amount == 0 || (amount > 0 && amount < size)));

    public static long[]? PadEdge(long[] shape, long[] amounts) =>
        Padded(shape, amounts, (size, before, after) => new[] { before, after }.All(amount => amount == 0 || (amount > 0 && size > 0)));

    private static long[]? Padded(long[] shape, long[] amounts, Func<long, long, long, bool> fits)
    {
        if (amounts.Length % 2 != 0 || amounts.Length / 2 > shape.Length)
            return null;
        long[] result = [.. shape];
        for (int i = 0; i < amounts.Length; i += 2)
        {
            int axis = shape.Length - (amounts.Length / 2) + (i / 2);
            if (!fits(shape[axis], amounts[i], amounts[i + 1]))
                return null;
            result[axis] += amounts[i] + amounts[i + 1];
        }

        return result;
    }
}
