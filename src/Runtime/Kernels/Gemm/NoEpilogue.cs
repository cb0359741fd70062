namespace TypedTensors.Kernels.Gemm;

/// <summary>Leaves the product as it is.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly struct NoEpilogue<T> : IEpilogue<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public void Apply(ref T segment, int length, int rowIndex, int columnIndex)
    {
    }
}
