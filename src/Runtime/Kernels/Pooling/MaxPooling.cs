using System.Buffers;
using System.Numerics;

namespace TypedTensors.Kernels.Pooling;

/// <summary>The largest elements of windows. NaN is larger than everything, and padding smaller.</summary>
internal static class MaxPooling
{
    public static void Run<T>(in PoolingGeometry geometry, ReadOnlySpan<T> elements, Span<T> results)
        where T : unmanaged, INumber<T>
    {
        results.Fill(T.CreateSaturating(double.NegativeInfinity));
        int stride = geometry.Columns.Stride;
        for (int row = 0; row < geometry.Planes * geometry.OutputHeight; row++)
        {
            Span<T> line = results.Slice(row * geometry.OutputWidth, geometry.OutputWidth);
            (int plane, int y) = Math.DivRem(row, geometry.OutputHeight);
            (int top, int bottom) = geometry.Rows.ElementsAt(y, geometry.Height);
            for (int element = top; element < bottom; element++)
            {
                ReadOnlySpan<T> source = elements.Slice(geometry.RowStart(plane, y, element), geometry.Width);
                for (int column = 0; column < geometry.Columns.Kernel; column++)
                {
                    (int first, int end) = geometry.Columns.Inside(column, geometry.Width, geometry.OutputWidth);
                    int at = (first * stride) - geometry.Columns.Padding + (column * geometry.Columns.Dilation);
                    for (int x = first; x < end; x++, at += stride)
                    {
                        T value = source[at];
                        line[x] = value > line[x] || T.IsNaN(value) ? value : line[x];
                    }
                }
            }
        }
    }

    /// <summary>Adds the cotangent of every result to its element.</summary>
    public static void Pullback<T>(in PoolingGeometry geometry, ReadOnlySpan<T> cotangents, ReadOnlySpan<T> elements, Span<T> gradients)
        where T : unmanaged, INumber<T>
    {
        long[] memory = ArrayPool<long>.Shared.Rent(cotangents.Length);
        Span<long> positions = memory.AsSpan(0, cotangents.Length);
        Find(geometry, elements, positions);
        for (int i = 0; i < positions.Length; i++)
        {
            if (positions[i] >= 0)
                gradients[(int)positions[i]] += cotangents[i];
        }

        ArrayPool<long>.Shared.Return(memory);
    }

    /// <summary>For every result the position of its element: the first of the largest; of several NaN the last; -1 where the window lies in the padding.</summary>
    public static void Find<T>(in PoolingGeometry geometry, ReadOnlySpan<T> elements, Span<long> positions)
        where T : unmanaged, INumber<T>
    {
        for (int row = 0; row < geometry.Planes * geometry.OutputHeight; row++)
        {
            (int plane, int y) = Math.DivRem(row, geometry.OutputHeight);
            (int top, int bottom) = geometry.Rows.ElementsAt(y, geometry.Height);
            Span<long> line = positions.Slice(row * geometry.OutputWidth, geometry.OutputWidth);
            for (int x = 0; x < line.Length; x++)
            {
                (int left, int right) = geometry.Columns.ElementsAt(x, geometry.Width);
                line[x] = -1;
                if (top >= bottom || left >= right)
                    continue;
                int start = (x * geometry.Columns.Stride) - geometry.Columns.Padding;
                int best = geometry.RowStart(plane, y, top) + start + (left * geometry.Columns.Dilation);
                for (int element = top; element < bottom; element++)
                {
                    int source = geometry.RowStart(plane, y, element) + start;
                    for (int column = left; column < right; column++)
                    {
                        int at = source + (column * geometry.Columns.Dilation);
                        if (elements[at] > elements[best] || T.IsNaN(elements[at]))
                            best = at;
                    }
                }

                line[x] = best;
            }
        }
    }
}
