using System.Numerics;
using System.Runtime.InteropServices;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors.Kernels.Convolution;

/// <summary>
/// Convolutions as products of the weights, a matrix for each group, with the matrix of windows, which is made for as many rows of the result as the cache
/// holds. All tensors lie in order.
/// </summary>
internal static class ConvolutionProducts
{
    private const int BlockBytes = 512 * 1024;

    /// <summary>Adds the convolution to the result, or writes it.</summary>
    public static unsafe void Apply<T>(in ConvolutionGeometry geometry, ReadOnlySpan<T> images, ReadOnlySpan<T> weights, Span<T> results, bool accumulate)
        where T : unmanaged, INumber<T>
    {
        int window = geometry.WindowSize, block = BlockRows<T>(geometry);
        using ScratchMemory scratch = ScratchMemory.Rent((nint)MatrixSize(geometry, block) * sizeof(T), 1);
        Span<T> matrix = new(scratch.Take<T>(MatrixSize(geometry, block)), MatrixSize(geometry, block));
        for (int part = 0; part < geometry.Images * geometry.Groups; part++)
        {
            ReadOnlySpan<T> image = images.Slice(part * geometry.ImageSize, geometry.ImageSize);
            ReadOnlySpan<T> weight = WeightOf(geometry, weights, part);
            for (int row = 0; row < geometry.OutputHeight; row += block)
            {
                int rows = Math.Min(block, geometry.OutputHeight - row), positions = rows * geometry.OutputWidth;
                if (!geometry.IsPointwise)
                    WindowMatrix.Gather(geometry, image, row, rows, matrix);
                MatrixProduct.Multiply(
                    geometry.Outputs, positions, window,
                    in MemoryMarshal.GetReference(weight), window, 1,
                    in MemoryMarshal.GetReference(geometry.IsPointwise ? image : matrix), positions, 1,
                    ref MemoryMarshal.GetReference(results[((part * geometry.OutputSize) + (row * geometry.OutputWidth))..]), geometry.OutputPlane, 1,
                    accumulate);
            }
        }
    }

    /// <summary>Adds to the images what the weights make of the results: the transposed convolution.</summary>
    public static unsafe void ApplyTransposed<T>(in ConvolutionGeometry geometry, ReadOnlySpan<T> results, ReadOnlySpan<T> weights, Span<T> images)
        where T : unmanaged, INumber<T>
    {
        int window = geometry.WindowSize, block = BlockRows<T>(geometry);
        using ScratchMemory scratch = ScratchMemory.Rent((nint)MatrixSize(geometry, block) * sizeof(T), 1);
        Span<T> matrix = new(scratch.Take<T>(MatrixSize(geometry, block)), MatrixSize(geometry, block));
        for (int part = 0; part < geometry.Images * geometry.Groups; part++)
        {
            Span<T> image = images.Slice(part * geometry.ImageSize, geometry.ImageSize);
            ReadOnlySpan<T> weight = WeightOf(geometry, weights, part);
            for (int row = 0; row < geometry.OutputHeight; row += block)
            {
                int rows = Math.Min(block, geometry.OutputHeight - row), positions = rows * geometry.OutputWidth;
                MatrixProduct.Multiply(
                    window, positions, geometry.Outputs,
                    in MemoryMarshal.GetReference(weight), 1, window,
                    in MemoryMarshal.GetReference(results[((part * geometry.OutputSize) + (row * geometry.OutputWidth))..]), geometry.OutputPlane, 1,
                    ref MemoryMarshal.GetReference(geometry.IsPointwise ? image : matrix), positions, 1,
                    accumulate: geometry.IsPointwise);
                if (!geometry.IsPointwise)
                    WindowMatrix.ScatterAdd(geometry, matrix, row, rows, image);
            }
        }
    }

    /// <summary>Adds to the weights the products of results with windows.</summary>
    public static unsafe void AddWeights<T>(in ConvolutionGeometry geometry, ReadOnlySpan<T> results, ReadOnlySpan<T> images, Span<T> weights)
        where T : unmanaged, INumber<T>
    {
        int window = geometry.WindowSize, block = BlockRows<T>(geometry);
        using ScratchMemory scratch = ScratchMemory.Rent((nint)MatrixSize(geometry, block) * sizeof(T), 1);
        Span<T> matrix = new(scratch.Take<T>(MatrixSize(geometry, block)), MatrixSize(geometry, block));
        for (int part = 0; part < geometry.Images * geometry.Groups; part++)
        {
            ReadOnlySpan<T> image = images.Slice(part * geometry.ImageSize, geometry.ImageSize);
            for (int row = 0; row < geometry.OutputHeight; row += block)
            {
                int rows = Math.Min(block, geometry.OutputHeight - row), positions = rows * geometry.OutputWidth;
                if (!geometry.IsPointwise)
                    WindowMatrix.Gather(geometry, image, row, rows, matrix);
                MatrixProduct.Multiply(
                    geometry.Outputs, window, positions,
                    in MemoryMarshal.GetReference(results[((part * geometry.OutputSize) + (row * geometry.OutputWidth))..]), geometry.OutputPlane, 1,
                    in MemoryMarshal.GetReference(geometry.IsPointwise ? image : matrix), 1, positions,
                    ref MemoryMarshal.GetReference(weights[(part % geometry.Groups * geometry.Outputs * window)..]), window, 1,
                    accumulate: true);
            }
        }
    }

    private static ReadOnlySpan<T> WeightOf<T>(in ConvolutionGeometry geometry, ReadOnlySpan<T> weights, int part)
        where T : unmanaged => weights[(part % geometry.Groups * geometry.Outputs * geometry.WindowSize)..];

    /// <summary>How many rows of the result are computed at once; where an image is its own matrix, all.</summary>
    private static unsafe int BlockRows<T>(in ConvolutionGeometry geometry)
        where T : unmanaged
    {
        long bytes = Math.Max(1, (long)geometry.WindowSize * geometry.OutputWidth * sizeof(T));
        return geometry.IsPointwise ? Math.Max(1, geometry.OutputHeight) : (int)Math.Clamp(BlockBytes / bytes, 1, Math.Max(1, geometry.OutputHeight));
    }

    private static int MatrixSize(in ConvolutionGeometry geometry, int rows) =>
        geometry.IsPointwise ? 0 : checked(geometry.WindowSize * geometry.OutputWidth * rows);
}
