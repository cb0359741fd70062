using System.Numerics;

namespace TypedTensors.Kernels.Pooling;

/// <summary>The means of windows.</summary>
internal static class AveragePooling
{
    /// <summary>Computes the means.</summary>
    /// <param name="geometry">The sizes.</param>
    /// <param name="countsPadding">Whether zeros in the padding are among the elements that are averaged; those beyond it never are.</param>
    /// <param name="elements">The elements.</param>
    /// <param name="results">The means.</param>
    public static void Run<T>(in PoolingGeometry geometry, bool countsPadding, ReadOnlySpan<T> elements, Span<T> results)
        where T : unmanaged, INumber<T>
    {
        results.Clear();
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
                    int at = (first * stride) - geometry.Columns.Padding + column;
                    for (int x = first; x < end; x++, at += stride)
                        line[x] += source[at];
                }
            }

            for (int x = 0; x < line.Length; x++)
                line[x] /= Count<T>(geometry, countsPadding, y, x);
        }
    }

    /// <summary>Adds the cotangent of every mean, divided by the number of its elements, to each of them.</summary>
    public static void Pullback<T>(in PoolingGeometry geometry, bool countsPadding, ReadOnlySpan<T> cotangents, Span<T> gradients)
        where T : unmanaged, INumber<T>
    {
        for (int row = 0; row < geometry.Planes * geometry.OutputHeight; row++)
        {
            (int plane, int y) = Math.DivRem(row, geometry.OutputHeight);
            (int top, int bottom) = geometry.Rows.ElementsAt(y, geometry.Height);
            for (int x = 0; x < geometry.OutputWidth; x++)
            {
                (int left, int right) = geometry.Columns.ElementsAt(x, geometry.Width);
                T share = cotangents[(row * geometry.OutputWidth) + x] / Count<T>(geometry, countsPadding, y, x);
                for (int element = top; element < bottom; element++)
                {
                    int start = geometry.RowStart(plane, y, element) + (x * geometry.Columns.Stride) - geometry.Columns.Padding;
                    foreach (ref T gradient in gradients[(start + left)..(start + right)])
                        gradient += share;
                }
            }
        }
    }

    private static T Count<T>(in PoolingGeometry geometry, bool countsPadding, int y, int x)
        where T : unmanaged, INumber<T>
    {
        if (countsPadding)
            return T.CreateChecked(geometry.Rows.PaddedElementsAt(y, geometry.Height) * geometry.Columns.PaddedElementsAt(x, geometry.Width));
        (int top, int bottom) = geometry.Rows.ElementsAt(y, geometry.Height);
        (int left, int right) = geometry.Columns.ElementsAt(x, geometry.Width);
        return T.CreateChecked((bottom - top) * (right - left));
    }
}
