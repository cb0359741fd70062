namespace TypedTensors.Kernels.Gemm;

/// <summary>What happens to the elements of a matrix product right after they are finished, while they are still in cache.</summary>
/// <remarks>
/// An implementation is a struct, so that the product is compiled for it; it may be a ref struct that holds a reference to a bias.
/// It sees every element exactly once, in row segments whose bounds depend on the blocking: it must treat elements independently
/// of how a row is cut. It runs between the register-blocked kernels, never inside them.
/// </remarks>
/// <typeparam name="T">The element type.</typeparam>
public interface IEpilogue<T>
    where T : unmanaged
{
    /// <summary>Rewrites a finished piece of one row in place.</summary>
    /// <param name="segment">The first element; the others follow it without gaps.</param>
    /// <param name="length">The number of elements, at least 1.</param>
    /// <param name="rowIndex">The row of the product.</param>
    /// <param name="columnIndex">The column of the first element.</param>
    void Apply(ref T segment, int length, int rowIndex, int columnIndex);
}
