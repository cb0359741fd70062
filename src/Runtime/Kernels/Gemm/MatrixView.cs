namespace TypedTensors.Kernels.Gemm;

/// <summary>A matrix in pinned memory with any strides, which count elements.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly unsafe struct MatrixView<T>(T* data, nint rowStride, nint columnStride)
    where T : unmanaged
{
    public readonly T* Data = data;
    public readonly nint RowStride = rowStride;
    public readonly nint ColumnStride = columnStride;

    public MatrixView<T> Transposed => new(Data, ColumnStride, RowStride);

    public T* At(nint row, nint column) => Data + (row * RowStride) + (column * ColumnStride);

    public MatrixView<T> From(nint row, nint column) => new(At(row, column), RowStride, ColumnStride);
}
