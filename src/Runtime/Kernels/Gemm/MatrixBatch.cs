namespace TypedTensors.Kernels.Gemm;

/// <summary>A tensor as a batch of matrices in its last two dimensions. A dimension that a vector lacks counts as one of size 1.</summary>
internal readonly ref struct MatrixBatch<T>
    where T : unmanaged
{
    /// <summary>Takes the matrices from a tensor.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="hasRows">Whether there is a dimension of rows.</param>
    /// <param name="hasColumns">Whether there is a dimension of columns.</param>
    public MatrixBatch(TensorView<T> tensor, bool hasRows, bool hasColumns)
    {
        Tensor = tensor;
        int end = tensor.Rank;
        Columns = 1;
        Rows = 1;
        if (hasColumns)
        {
            end--;
            (Columns, ColumnStride) = (tensor.Sizes[end], tensor.Strides[end]);
        }

        if (hasRows)
        {
            end--;
            (Rows, RowStride) = (tensor.Sizes[end], tensor.Strides[end]);
        }

        BatchSizes = tensor.Sizes[..end];
        BatchStrides = tensor.Strides[..end];
    }

    private MatrixBatch(MatrixBatch<T> batch)
    {
        Tensor = batch.Tensor;
        BatchSizes = batch.BatchSizes;
        BatchStrides = batch.BatchStrides;
        (Rows, RowStride) = (batch.Columns, batch.ColumnStride);
        (Columns, ColumnStride) = (batch.Rows, batch.RowStride);
    }

    public TensorView<T> Tensor { get; }

    public ReadOnlySpan<int> BatchSizes { get; }

    public ReadOnlySpan<int> BatchStrides { get; }

    public int Rows { get; }

    public int Columns { get; }

    public int RowStride { get; }

    public int ColumnStride { get; }

    /// <summary>The transposed matrices, over the same memory.</summary>
    public MatrixBatch<T> Transposed() => new(this);
}
