using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Sorting;

/// <summary>The rows of a tensor along a dimension, sorted, or the extreme element of each.</summary>
internal static class SortedRows
{
    /// <summary>Sorts every row and keeps as many elements of it as the results have.</summary>
    /// <param name="input">The tensor, of any strides.</param>
    /// <param name="dim">The dimension; a negative one counts from the end, and a scalar counts as a row of one element.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <param name="values">The sorted elements, contiguous.</param>
    /// <param name="indices">Where they were, contiguous.</param>
    public static void Sort<T>(TensorView<T> input, int dim, bool descending, TensorView<T> values, TensorView<long> indices)
        where T : unmanaged, INumber<T>
    {
        if (values.ElementCount == 0)
            return;
        using ElementList<T> copy = new(input);
        Rows rows = Rows.AlongOrAll(input.Sizes, dim);
        int kept = Rows.AlongOrAll(values.Sizes, dim).Length;
        T[] memory = ArrayPool<T>.Shared.Rent(2 * rows.Length);
        int[] places = ArrayPool<int>.Shared.Rent(2 * rows.Length);
        Span<T> row = memory.AsSpan(0, rows.Length), spare = memory.AsSpan(rows.Length, rows.Length);
        Span<int> positions = places.AsSpan(0, rows.Length), sparePositions = places.AsSpan(rows.Length, rows.Length);
        Span<T> sorted = values.Elements;
        Span<long> found = indices.Elements;
        for (int outer = 0; outer < rows.Outer; outer++)
        {
            for (int inner = 0; inner < rows.Inner; inner++)
            {
                for (int i = 0; i < rows.Length; i++)
                    (row[i], positions[i]) = (copy.Values[(((outer * rows.Length) + i) * rows.Inner) + inner], i);
                StableSort.Run(row, positions, spare, sparePositions, descending);
                for (int i = 0; i < kept; i++)
                {
                    int to = (((outer * kept) + i) * rows.Inner) + inner;
                    (sorted[to], found[to]) = (row[i], positions[i]);
                }
            }
        }

        ArrayPool<T>.Shared.Return(memory);
        ArrayPool<int>.Shared.Return(places);
    }

    /// <summary>The extreme element of every row, the first of those that tie.</summary>
    /// <typeparam name="TFold">What makes an element extreme.</typeparam>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="input">The tensor, of any strides, with a dimension that is not empty.</param>
    /// <param name="dim">The dimension; a negative one counts from the end, and a scalar counts as a row of one element.</param>
    /// <param name="values">The elements, contiguous.</param>
    /// <param name="indices">Where they were, contiguous.</param>
    public static void First<TFold, T>(TensorView<T> input, int dim, TensorView<T> values, TensorView<long> indices)
        where TFold : struct, IFold<T>
        where T : unmanaged, INumber<T>
    {
        using ElementList<T> copy = new(input);
        Rows rows = Rows.AlongOrAll(input.Sizes, dim);
        Span<long> found = indices.Elements;
        FirstExtreme.Find<TFold, T>(copy.Values, rows, found);
        Span<T> extremes = values.Elements;
        for (int i = 0; i < extremes.Length; i++)
            extremes[i] = copy.Values[(int)((((i / rows.Inner) * rows.Length) + found[i]) * rows.Inner) + (i % rows.Inner)];
    }

    /// <summary>Brings the cotangents of elements that were taken from rows back to where they were; the others get zero.</summary>
    /// <param name="cotangent">The cotangent of the taken elements, of any strides.</param>
    /// <param name="indices">Where in its row each element was, contiguous.</param>
    /// <param name="dim">The dimension; a negative one counts from the end, and a scalar counts as a row of one element.</param>
    /// <param name="inputCotangent">The cotangent of the tensor, contiguous; every element is written.</param>
    public static void Pullback<T>(TensorView<T> cotangent, TensorView<long> indices, int dim, TensorView<T> inputCotangent)
        where T : unmanaged, INumber<T>
    {
        Span<T> to = inputCotangent.Elements;
        to.Clear();
        if (indices.ElementCount == 0)
            return;
        using ElementList<T> copy = new(cotangent);
        Span<long> found = indices.Elements;
        Rows rows = Rows.AlongOrAll(inputCotangent.Sizes, dim);
        int kept = found.Length / rows.Count;
        for (int outer = 0; outer < rows.Outer; outer++)
        {
            for (int i = 0; i < kept; i++)
            {
                for (int inner = 0; inner < rows.Inner; inner++)
                {
                    int from = (((outer * kept) + i) * rows.Inner) + inner;
                    to[(((outer * rows.Length) + (int)found[from]) * rows.Inner) + inner] = copy.Values[from];
                }
            }
        }
    }
}
