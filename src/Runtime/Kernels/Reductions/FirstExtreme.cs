using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Where in each row its extreme element is for the first time. It is found in two passes: what it is, then where.</summary>
internal static class FirstExtreme
{
    /// <summary>Writes the positions.</summary>
    /// <param name="elements">The rows.</param>
    /// <param name="rows">Where they are; none is empty.</param>
    /// <param name="result">One position for each row.</param>
    public static void Find<TFold, T>(Span<T> elements, Rows rows, Span<long> result)
        where TFold : struct, IFold<T>
        where T : unmanaged, INumber<T>
    {
        if (result.IsEmpty)
            return;
        T[] memory = ArrayPool<T>.Shared.Rent(rows.Count);
        Span<T> extremes = memory.AsSpan(0, rows.Count);
        rows.Reduce<TFold, T>(elements, extremes);
        if (rows.Inner == 1)
        {
            for (int i = 0; i < rows.Outer; i++)
                result[i] = IndexOf(elements.Slice(i * rows.Length, rows.Length), extremes[i]);
        }
        else
        {
            // From the end, so that the first position is written last.
            for (int outer = 0; outer < rows.Outer; outer++)
            {
                for (int i = rows.Length - 1; i >= 0; i--)
                {
                    int start = outer * rows.Inner;
                    Note(
                        elements.Slice(((outer * rows.Length) + i) * rows.Inner, rows.Inner), extremes.Slice(start, rows.Inner), i,
                        result.Slice(start, rows.Inner));
                }
            }
        }

        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>The first position of a value that is there; NaN is found where NaN is.</summary>
    private static int IndexOf<T>(ReadOnlySpan<T> row, T value)
        where T : unmanaged, INumber<T>
    {
        bool isNaN = T.IsNaN(value);
        int i = 0;
        if (Vector.IsHardwareAccelerated && Vector<T>.IsSupported)
        {
            Vector<T> wanted = new(value);
            for (; i <= row.Length - Vector<T>.Count; i += Vector<T>.Count)
            {
                Vector<T> next = new(row[i..]);
                if (isNaN ? !Vector.EqualsAll(next, next) : Vector.EqualsAny(next, wanted))
                    break;
            }
        }

        while (isNaN ? !T.IsNaN(row[i]) : row[i] != value)
            i++;
        return i;
    }

    private static void Note<T>(ReadOnlySpan<T> elements, ReadOnlySpan<T> extremes, long position, Span<long> result)
        where T : unmanaged, INumber<T>
    {
        for (int i = 0; i < elements.Length; i++)
        {
            if (elements[i] == extremes[i] || (T.IsNaN(extremes[i]) && T.IsNaN(elements[i])))
                result[i] = position;
        }
    }
}
