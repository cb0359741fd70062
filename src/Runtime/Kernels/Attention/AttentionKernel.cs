using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Gemm;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors.Kernels.Attention;

/// <summary>Attention over batches of matrices that are broadcast together. The weights exist for some rows at a time, never for all; the way back computes them again.</summary>
/// <param name="query">A row for each question.</param>
/// <param name="key">A row for each key.</param>
/// <param name="value">A row for each key.</param>
/// <param name="mask">For each question which keys it sees; absent where it sees all.</param>
/// <param name="causal">Whether a question sees the keys up to its own position alone.</param>
internal readonly ref struct AttentionKernel<T>(MatrixBatch<T> query, MatrixBatch<T> key, MatrixBatch<T> value, TensorView<bool> mask, bool causal)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many weights are computed at a time, so that the steps find them in the cache.</summary>
    private const int WeightsInBlock = 16 * 1024;

    private readonly MatrixBatch<T> _query = query;
    private readonly MatrixBatch<T> _key = key;
    private readonly MatrixBatch<T> _value = value;
    private readonly MatrixBatch<bool> _mask = mask.IsPresent ? new(mask, hasRows: true, hasColumns: true) : default;
    private readonly bool _causal = causal;

    private int RowsInBlock => Math.Clamp(WeightsInBlock / Math.Max(1, _key.Rows), 1, Math.Max(1, _query.Rows));

    private int WeightCount => RowsInBlock * _key.Rows;

    /// <summary>Computes the sums of values.</summary>
    /// <param name="result">The contiguous destination.</param>
    public void Forward(MatrixBatch<T> result)
    {
        if (result.Tensor.ElementCount == 0)
            return;
        if (_key.Rows == 0)
        {
            result.Tensor.Elements.Clear();
            return;
        }

        T[] memory = ArrayPool<T>.Shared.Rent(WeightCount);
        int batches = Count(result.BatchSizes);
        for (int batch = 0; batch < batches; batch++)
        {
            for (int row = 0; row < _query.Rows; row += RowsInBlock)
            {
                int rows = Math.Min(RowsInBlock, _query.Rows - row);
                Span<T> weights = memory.AsSpan(0, rows * _key.Rows);
                ComputeWeights(result.BatchSizes, batch, row, rows, weights);
                MatrixProduct.Multiply(
                    rows, _value.Columns, _key.Rows,
                    ref memory[0], _key.Rows, 1,
                    ref At(_value, result.BatchSizes, batch, 0), _value.RowStride, _value.ColumnStride,
                    ref At(result, result.BatchSizes, batch, row), result.RowStride, result.ColumnStride);
            }
        }

        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>Computes the cotangents that are wanted; an absent one is not.</summary>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="queryCotangent">The contiguous cotangent of the queries.</param>
    /// <param name="keyCotangent">The contiguous cotangent of the keys.</param>
    /// <param name="valueCotangent">The contiguous cotangent of the values.</param>
    public void Pullback(MatrixBatch<T> cotangent, TensorView<T> queryCotangent, TensorView<T> keyCotangent, TensorView<T> valueCotangent)
    {
        MatrixBatch<T> ofQuery = Cleared(queryCotangent), ofKey = Cleared(keyCotangent), ofValue = Cleared(valueCotangent);
        if (WeightCount == 0)
            return;
        T[] memory = ArrayPool<T>.Shared.Rent(2 * WeightCount);
        ReadOnlySpan<int> batchSizes = cotangent.BatchSizes;
        int keys = _key.Rows, batches = Count(batchSizes);
        for (int batch = 0; batch < batches; batch++)
        {
            for (int row = 0; row < _query.Rows; row += RowsInBlock)
            {
                int rows = Math.Min(RowsInBlock, _query.Rows - row);
                Span<T> weights = memory.AsSpan(0, rows * keys), slopes = memory.AsSpan(WeightCount, rows * keys);
                ComputeWeights(batchSizes, batch, row, rows, weights);
                ref T above = ref At(cotangent, batchSizes, batch, row);
                if (valueCotangent.IsPresent)
                {
                    MatrixProduct.Multiply(
                        keys, _value.Columns, rows,
                        ref weights[0], 1, keys,
                        ref above, cotangent.RowStride, cotangent.ColumnStride,
                        ref At(ofValue, batchSizes, batch, 0), ofValue.RowStride, ofValue.ColumnStride, accumulate: true);
                }

                if (!queryCotangent.IsPresent && !keyCotangent.IsPresent)
                    continue;
                MatrixProduct.Multiply(
                    rows, keys, _value.Columns,
                    ref above, cotangent.RowStride, cotangent.ColumnStride,
                    ref At(_value, batchSizes, batch, 0), _value.ColumnStride, _value.RowStride,
                    ref slopes[0], keys, 1);
                SoftmaxKernel.SoftmaxPullback(new Rows(rows, keys, 1), slopes, weights, slopes);
                Scale(slopes);
                Hide(batchSizes, batch, row, rows, T.Zero, slopes);
                if (queryCotangent.IsPresent)
                {
                    MatrixProduct.Multiply(
                        rows, _query.Columns, keys,
                        ref slopes[0], keys, 1,
                        ref At(_key, batchSizes, batch, 0), _key.RowStride, _key.ColumnStride,
                        ref At(ofQuery, batchSizes, batch, row), ofQuery.RowStride, ofQuery.ColumnStride, accumulate: true);
                }

                if (keyCotangent.IsPresent)
                {
                    MatrixProduct.Multiply(
                        keys, _query.Columns, rows,
                        ref slopes[0], 1, keys,
                        ref At(_query, batchSizes, batch, row), _query.RowStride, _query.ColumnStride,
                        ref At(ofKey, batchSizes, batch, 0), ofKey.RowStride, ofKey.ColumnStride, accumulate: true);
                }
            }
        }

        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>The weights of some rows: softmax of the scaled products of queries and keys.</summary>
    private void ComputeWeights(ReadOnlySpan<int> batchSizes, int batch, int row, int rows, Span<T> weights)
    {
        MatrixProduct.Multiply(
            rows, _key.Rows, _query.Columns,
            ref At(_query, batchSizes, batch, row), _query.RowStride, _query.ColumnStride,
            ref At(_key, batchSizes, batch, 0), _key.ColumnStride, _key.RowStride,
            ref weights[0], _key.Rows, 1);
        Scale(weights);
        Hide(batchSizes, batch, row, rows, T.NegativeInfinity, weights);
        SoftmaxKernel.Softmax(new Rows(rows, _key.Rows, 1), weights, weights);
    }

    private void Scale(Span<T> values)
    {
        T factor = T.One / T.Sqrt(T.CreateChecked(_query.Columns));
        ReadOnlySpan<int> sizes = [values.Length];
        ReadOnlySpan<int> strides = [1];
        TensorView<T> all = new(values, sizes, strides);
        ElementwiseDriver.Run<Product<T>, T, T, T>(all, new TensorView<T>(new Span<T>(ref factor), [], []), default, default, all);
    }

    /// <summary>Overwrites what belongs to keys that are not seen.</summary>
    private void Hide(ReadOnlySpan<int> batchSizes, int batch, int row, int rows, T replacement, Span<T> values)
    {
        int keys = _key.Rows;
        for (int i = 0; i < rows; i++)
        {
            Span<T> line = values.Slice(i * keys, keys);
            if (_causal && row + i + 1 < keys)
                line[(row + i + 1)..].Fill(replacement);
            if (!_mask.Tensor.IsPresent)
                continue;
            ref bool isSeen = ref At(_mask, batchSizes, batch, row + i);
            for (int j = 0; j < line.Length; j++)
                line[j] = Unsafe.Add(ref isSeen, (nint)j * _mask.ColumnStride) ? line[j] : replacement;
        }
    }

    private static MatrixBatch<T> Cleared(TensorView<T> tensor)
    {
        if (!tensor.IsPresent)
            return default;
        tensor.Elements.Clear();
        return new(tensor, hasRows: true, hasColumns: true);
    }

    private static int Count(ReadOnlySpan<int> sizes)
    {
        int count = 1;
        foreach (int size in sizes)
            count *= size;
        return count;
    }

    /// <summary>The first element of a row of the matrix that belongs to a place in the batch, counted row-major.</summary>
    private static ref TElement At<TElement>(MatrixBatch<TElement> matrices, ReadOnlySpan<int> batchSizes, int batch, int row)
        where TElement : unmanaged
    {
        nint offset = (nint)row * matrices.RowStride;
        for (int fromEnd = 1; fromEnd <= matrices.BatchSizes.Length; fromEnd++)
        {
            (batch, int index) = Math.DivRem(batch, batchSizes[^fromEnd]);
            offset += matrices.BatchSizes[^fromEnd] == 1 ? 0 : (nint)index * matrices.BatchStrides[^fromEnd];
        }

        return ref Unsafe.Add(ref matrices.Tensor.First, offset);
    }
}
