namespace TypedTensors.Kernels.Gemm;

/// <summary>The arguments of a tile kernel: C tile (rows, columns) (+)= A (rows, depth) B (depth, columns). Strides count bytes.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal unsafe struct Tile<T>
    where T : unmanaged
{
    public T* A;
    public T* B;
    public T* C;
    public nint ARowStride;
    public nint ADepthStride;
    public nint BDepthStride;
    public nint CRowStride;
    public nint Depth;

    /// <summary>Used elements of the last register of a row, where the kernel's width is partial.</summary>
    public int LastCount;

    public bool Accumulate;
}
