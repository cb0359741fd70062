using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors.Kernels.Sorting;

/// <summary>The rows of a tensor along a dimension, sorted, or the first element of each in that order.</summary>
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
        Rows rows = RowsOf(input.Sizes, dim);
        int kept = RowsOf(values.Sizes, dim).Length;
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

    /// <summary>The first element of every row in sorted order, the earliest of those that tie.</summary>
    /// <param name="input">The tensor, of any strides, with a dimension that is not empty.</param>
    /// <param name="dim">The dimension; a negative one counts from the end, and a scalar counts as a row of one element.</param>
    /// <param name="descending">Whether it is the largest.</param>
    /// <param name="values">The elements, contiguous.</param>
    /// <param name="indices">Where they were, contiguous.</param>
    public static void First<T>(TensorView<T> input, int dim, bool descending, TensorView<T> values, TensorView<long> indices)
        where T : unmanaged, INumber<T>
    {
        if (values.ElementCount == 0)
            return;
        using ElementList<T> copy = new(input);
        Rows rows = RowsOf(input.Sizes, dim);
        Span<T> best = values.Elements;
        Span<long> found = indices.Elements;
        for (int outer = 0; outer < rows.Outer; outer++)
        {
            Span<T> ofOuter = copy.Values.Slice(outer * rows.Length * rows.Inner, rows.Length * rows.Inner);
            Span<T> bestOfOuter = best.Slice(outer * rows.Inner, rows.Inner);
            Span<long> foundOfOuter = found.Slice(outer * rows.Inner, rows.Inner);
            ofOuter[..rows.Inner].CopyTo(bestOfOuter);
            foundOfOuter.Clear();
            for (int i = 1; i < rows.Length; i++)
            {
                Span<T> candidates = ofOuter.Slice(i * rows.Inner, rows.Inner);
                for (int inner = 0; inner < candidates.Length; inner++)
                {
                    if (StableSort.IsBefore(candidates[inner], bestOfOuter[inner], descending))
                        (bestOfOuter[inner], foundOfOuter[inner]) = (candidates[inner], i);
                }
            }
        }
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
        Rows rows = RowsOf(inputCotangent.Sizes, dim);
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

    private static Rows RowsOf(ReadOnlySpan<int> sizes, int dim) =>
        sizes.IsEmpty ? new Rows(1, 1, 1) : Rows.Along(sizes, dim < 0 ? dim + sizes.Length : dim);
}
