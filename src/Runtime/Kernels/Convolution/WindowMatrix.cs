using System.Numerics;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Convolution;

/// <summary>
/// The windows of one group of channels as a matrix: a row for each element of a window, a column for each position, for some rows of the result. Elements
/// in the padding are 0.
/// </summary>
internal static class WindowMatrix
{
    /// <summary>Writes the matrix.</summary>
    /// <param name="geometry">The sizes.</param>
    /// <param name="image">The channels of the group.</param>
    /// <param name="firstRow">The first row of the result.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="matrix">The matrix.</param>
    public static void Gather<T>(in ConvolutionGeometry geometry, ReadOnlySpan<T> image, int firstRow, int rows, Span<T> matrix)
        where T : unmanaged
    {
        int width = geometry.OutputWidth, stride = geometry.Columns.Stride;
        for (int channel = 0; channel < geometry.Channels; channel++)
        {
            for (int y = 0; y < geometry.Rows.Kernel; y++)
            {
                for (int x = 0; x < geometry.Columns.Kernel; x++)
                {
                    (int first, int end) = geometry.Columns.Inside(x, geometry.Width, width);
                    int offset = (x * geometry.Columns.Dilation) - geometry.Columns.Padding;
                    for (int row = firstRow; row < firstRow + rows; row++, matrix = matrix[width..])
                    {
                        int from = (row * geometry.Rows.Stride) - geometry.Rows.Padding + (y * geometry.Rows.Dilation);
                        Span<T> line = matrix[..width];
                        if ((uint)from >= (uint)geometry.Height)
                        {
                            line.Clear();
                            continue;
                        }

                        ReadOnlySpan<T> source = image.Slice(((channel * geometry.Height) + from) * geometry.Width, geometry.Width);
                        line[..first].Clear();
                        line[end..].Clear();
                        if (stride == 1)
                        {
                            if (first < end)
                                source.Slice(first + offset, end - first).CopyTo(line[first..]);
                            continue;
                        }

                        for (int i = first, at = (first * stride) + offset; i < end; i++, at += stride)
                            line[i] = source[at];
                    }
                }
            }
        }
    }

    /// <summary>Adds every element of a matrix to the element of the image that it came from.</summary>
    /// <param name="geometry">The sizes.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="firstRow">The first row of the result.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="image">The channels of the group.</param>
    public static void ScatterAdd<T>(in ConvolutionGeometry geometry, ReadOnlySpan<T> matrix, int firstRow, int rows, Span<T> image)
        where T : unmanaged, INumber<T>
    {
        int width = geometry.OutputWidth, stride = geometry.Columns.Stride;
        for (int channel = 0; channel < geometry.Channels; channel++)
        {
            for (int y = 0; y < geometry.Rows.Kernel; y++)
            {
                for (int x = 0; x < geometry.Columns.Kernel; x++)
                {
                    (int first, int end) = geometry.Columns.Inside(x, geometry.Width, width);
                    int offset = (x * geometry.Columns.Dilation) - geometry.Columns.Padding;
                    for (int row = firstRow; row < firstRow + rows; row++, matrix = matrix[width..])
                    {
                        int from = (row * geometry.Rows.Stride) - geometry.Rows.Padding + (y * geometry.Rows.Dilation);
                        if ((uint)from >= (uint)geometry.Height || first >= end)
                            continue;
                        Span<T> target = image.Slice(((channel * geometry.Height) + from) * geometry.Width, geometry.Width);
                        ReadOnlySpan<T> line = matrix[first..end];
                        if (stride == 1)
                        {
                            StridedAdd.AddInto(target.Slice(first + offset, line.Length), line);
                            continue;
                        }

                        for (int i = 0, at = (first * stride) + offset; i < line.Length; i++, at += stride)
                            target[at] += line[i];
                    }
                }
            }
        }
    }
}
