using TypedTensors.Kernels.Strided;

namespace TypedTensors;

/// <summary>One side of a diagonal of matrices.</summary>
internal static class Triangle
{
    /// <summary>Copies one side with the diagonal itself, and writes zeros to the other.</summary>
    /// <param name="source">Matrices of any strides.</param>
    /// <param name="destination">Contiguous memory of the same shape.</param>
    /// <param name="diagonal">The diagonal; positive ones lie above that of the corner.</param>
    /// <param name="isLower">Which side is kept.</param>
    public static void Copy<T>(TensorView<T> source, TensorView<T> destination, int diagonal, bool isLower)
        where T : unmanaged
    {
        StridedCopy.Run(source, destination);
        (int rows, int columns) = (destination.Sizes[^2], destination.Sizes[^1]);
        Span<T> elements = destination.Elements;
        for (int start = 0, row = 0; start < elements.Length; start += columns, row = row + 1 == rows ? 0 : row + 1)
        {
            // The first column right of the diagonal, or the first on it.
            int boundary = (int)Math.Clamp((long)row + diagonal + (isLower ? 1 : 0), 0, columns);
            Span<T> cleared = elements.Slice(start, columns);
            (isLower ? cleared[boundary..] : cleared[..boundary]).Clear();
        }
    }
}
