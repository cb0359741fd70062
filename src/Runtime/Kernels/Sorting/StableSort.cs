using System.Numerics;

namespace TypedTensors.Kernels.Sorting;

/// <summary>A stable sort of values with their positions: runs of a few elements by insertion, then merged.</summary>
internal static class StableSort
{
    private const int RunLength = 16;

    /// <summary>Sorts. NaN counts as larger than every number.</summary>
    /// <param name="values">The values.</param>
    /// <param name="positions">What goes along with them.</param>
    /// <param name="spareValues">Memory of the same length.</param>
    /// <param name="sparePositions">Memory of the same length.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    public static void Run<T>(Span<T> values, Span<int> positions, Span<T> spareValues, Span<int> sparePositions, bool descending)
        where T : unmanaged, INumber<T>
    {
        int count = values.Length;
        for (int start = 0; start < count; start += RunLength)
            SortRun(values[start..Math.Min(count, start + RunLength)], positions[start..Math.Min(count, start + RunLength)], descending);
        for (int width = RunLength; width < count; width *= 2)
        {
            for (int start = 0; start + width < count; start += 2 * width)
            {
                int end = Math.Min(count, start + (2 * width));
                Merge(values[start..end], positions[start..end], width, spareValues, sparePositions, descending);
            }
        }
    }

    /// <summary>Whether a value belongs before another: strictly, so that equal ones keep their order.</summary>
    public static bool IsBefore<T>(T value, T other, bool descending)
        where T : INumber<T> => descending ? IsLess(other, value) : IsLess(value, other);

    private static bool IsLess<T>(T value, T other)
        where T : INumber<T> => value < other || (T.IsNaN(other) && !T.IsNaN(value));

    private static void SortRun<T>(Span<T> values, Span<int> positions, bool descending)
        where T : INumber<T>
    {
        for (int i = 1; i < values.Length; i++)
        {
            (T value, int position) = (values[i], positions[i]);
            int at = i;
            for (; at > 0 && IsBefore(value, values[at - 1], descending); at--)
                (values[at], positions[at]) = (values[at - 1], positions[at - 1]);
            (values[at], positions[at]) = (value, position);
        }
    }

    private static void Merge<T>(Span<T> values, Span<int> positions, int middle, Span<T> spareValues, Span<int> sparePositions, bool descending)
        where T : INumber<T>
    {
        if (!IsBefore(values[middle], values[middle - 1], descending))
            return;
        values[..middle].CopyTo(spareValues);
        positions[..middle].CopyTo(sparePositions);
        (int left, int right, int to) = (0, middle, 0);
        while (left < middle && right < values.Length)
        {
            if (IsBefore(values[right], spareValues[left], descending))
            {
                (values[to], positions[to]) = (values[right], positions[right]);
                right++;
            }
            else
            {
                (values[to], positions[to]) = (spareValues[left], sparePositions[left]);
                left++;
            }

            to++;
        }

        spareValues[left..middle].CopyTo(values[to..]);
        sparePositions[left..middle].CopyTo(positions[to..]);
    }
}
