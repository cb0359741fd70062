using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Products of batches of matrices that are broadcast together.</summary>
internal static class BatchedProduct
{
    /// <summary>Computes the products. Where the destination lacks a dimension of the batch, or has it with size 1, it receives the sum.</summary>
    /// <param name="a">The left matrices.</param>
    /// <param name="b">The right matrices.</param>
    /// <param name="destination">Where the products go: distinct elements.</param>
    /// <param name="batch">The sizes of the batch, to which all three are broadcast.</param>
    /// <param name="accumulate">Adds to what the destination holds instead of overwriting it.</param>
    public static void Multiply<T>(MatrixBatch<T> a, MatrixBatch<T> b, MatrixBatch<T> destination, ReadOnlySpan<int> batch, bool accumulate = false)
        where T : unmanaged, INumber<T>
    {
        if (destination.Tensor.ElementCount == 0)
            return;
        bool accumulates = accumulate || !destination.BatchSizes.SequenceEqual(batch);
        if (accumulates && !accumulate)
            destination.Tensor.Elements.Clear();
        if (batch.Contains(0))
            return;

        LoopNest nest = new(batch, 3, stackalloc int[LoopNest.MemoryFor(batch.Length, 3)]);
        nest.SetOperand(0, a.BatchSizes, a.BatchStrides);
        nest.SetOperand(1, b.BatchSizes, b.BatchStrides);
        nest.SetOperand(2, destination.BatchSizes, destination.BatchStrides);
        nest.Merge();
        int inner = nest.InnerSize;
        (int aStep, int bStep, int cStep) = (nest.StridesOf(0)[^1], nest.StridesOf(1)[^1], nest.StridesOf(2)[^1]);

        // One loop of the batch may be one larger product: more rows against the same right matrix, or a longer inner
        // dimension that is summed over.
        (int m, int k) = (a.Rows, a.Columns);
        if (bStep == 0 && aStep == m * a.RowStride && cStep == m * destination.RowStride)
            (m, inner) = (m * inner, 1);
        else if (cStep == 0 && aStep == k * a.ColumnStride && bStep == k * b.RowStride)
            (k, inner) = (k * inner, 1);

        Span<int> index = stackalloc int[nest.Rank];
        index.Clear();
        nint aOffset = 0, bOffset = 0, cOffset = 0;
        do
        {
            for (int i = 0; i < inner; i++)
            {
                MatrixProduct.Multiply(
                    m, b.Columns, k,
                    ref Unsafe.Add(ref a.Tensor.First, aOffset + ((nint)i * aStep)), a.RowStride, a.ColumnStride,
                    ref Unsafe.Add(ref b.Tensor.First, bOffset + ((nint)i * bStep)), b.RowStride, b.ColumnStride,
                    ref Unsafe.Add(ref destination.Tensor.First, cOffset + ((nint)i * cStep)), destination.RowStride, destination.ColumnStride,
                    accumulates);
            }
        }
        while (MoveNext(nest, index, ref aOffset, ref bOffset, ref cOffset));
    }

    private static bool MoveNext(LoopNest nest, Span<int> index, ref nint a, ref nint b, ref nint c)
    {
        for (int loop = nest.Rank - 2; loop >= 0; loop--)
        {
            int size = nest.Sizes[loop];
            a += nest.StridesOf(0)[loop];
            b += nest.StridesOf(1)[loop];
            c += nest.StridesOf(2)[loop];
            if (++index[loop] < size)
                return true;
            a -= (nint)nest.StridesOf(0)[loop] * size;
            b -= (nint)nest.StridesOf(1)[loop] * size;
            c -= (nint)nest.StridesOf(2)[loop] * size;
            index[loop] = 0;
        }

        return false;
    }
}
