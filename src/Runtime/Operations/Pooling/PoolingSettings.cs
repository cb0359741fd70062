using System.Numerics;
using TypedTensors.Kernels.Convolution;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Pooling;

namespace TypedTensors;

/// <summary>What the poolings have in common: how windows move.</summary>
/// <param name="dimensions">Along how many dimensions windows slide: one, or two.</param>
internal sealed class PoolingSettings(int dimensions)
{
    public required int[] Kernel { get; init; }

    public required int[] Stride { get; init; }

    public required int[] Padding { get; init; }

    public int[] Dilation { get; init; } = [];

    /// <summary>Whether the number of positions is rounded up, so that the last window may reach beyond the padding.</summary>
    public required bool CeilMode { get; init; }

    /// <summary>The shape of the result.</summary>
    /// <returns>Whether windows fit the argument.</returns>
    public bool TryCompute(Shape x, out Shape result)
    {
        result = default;
        bool fits = x.Rank >= dimensions && Kernel.Length > 0;
        foreach (int[] list in (ReadOnlySpan<int[]>)[Kernel, Stride, Padding, Dilation])
            fits = fits && WindowLists.Fits(list, dimensions);
        if (!fits)
            return false;
        int[] sizes = x.Sizes.ToArray();
        for (int i = 0; i < dimensions; i++)
        {
            SlidingWindow window = WindowAt(i);
            ref int size = ref sizes[^(dimensions - i)];
            if (2L * window.Padding > window.Kernel || !(CeilMode ? window.TryCountPositionsRoundedUp(size, out size) : window.TryCountPositions(size, out size)))
                return false;
        }

        result = new Shape(sizes);
        return true;
    }

    public PoolingGeometry Geometry(ReadOnlySpan<int> x, ReadOnlySpan<int> result)
    {
        int planes = 1;
        foreach (int size in x[..^dimensions])
            planes *= size;
        bool isPlane = dimensions == 2;
        return new PoolingGeometry(
            planes,
            isPlane ? x[^2] : 1,
            x[^1],
            isPlane ? result[^2] : 1,
            result[^1],
            isPlane ? WindowAt(0) : SlidingWindow.Single,
            WindowAt(dimensions - 1));
    }

    /// <summary>The cotangent of the argument of max pooling by operations that record themselves; which elements are the largest does not change with them.</summary>
    public Tensor<T> PullMaxRecorded<T>(Tensor<T> cotangent, Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        Tensor<long> positions = Tensor<long>.Uninitialized(cotangent.Shape);
        using (ElementList<T> elements = new(x.View))
            MaxPooling.Find(Geometry(x.Shape.Sizes, cotangent.Shape.Sizes), elements.Values, positions.View.Elements);
        Tensor<bool> isInside = positions >= 0L;
        Tensor<T> present = Ops.Where(isInside, cotangent, T.Zero);
        Tensor<T> gradient = Ops.ScatterAdd(
            Tensor.Zeros<T>(x.ElementCount), 0, Ops.Flatten(Ops.Where(isInside, positions, 0L)), Ops.Reshape(present, present.ElementCount));
        return Ops.Reshape(gradient, x.Shape.Sizes);
    }

    private SlidingWindow WindowAt(int dimension)
    {
        int kernel = WindowLists.At(Kernel, dimension, 1);
        return new(kernel, WindowLists.At(Stride, dimension, kernel), WindowLists.At(Padding, dimension, 0), WindowLists.At(Dilation, dimension, 1));
    }
}
