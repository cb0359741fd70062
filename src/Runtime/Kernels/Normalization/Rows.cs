using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Normalization;

/// <summary>
/// Contiguous memory as rows along one dimension of a tensor: elements (outer, length, inner), one row for each pair of an outer and
/// an inner index. Statistics of the rows have the shape (outer, 1, inner).
/// </summary>
/// <param name="Outer">The product of the sizes before the dimension.</param>
/// <param name="Length">The size of the dimension.</param>
/// <param name="Inner">The product of the sizes after the dimension.</param>
internal readonly record struct Rows(int Outer, int Length, int Inner)
{
    /// <summary>How many elements are worked on at a time, so that the steps of an algorithm find them in the cache.</summary>
    private const int ElementsInBlock = 16 * 1024;

    /// <summary>The rows along a dimension.</summary>
    public static Rows Along(ReadOnlySpan<int> sizes, int axis)
    {
        int outer = 1;
        foreach (int size in sizes[..axis])
            outer *= size;
        int inner = 1;
        foreach (int size in sizes[(axis + 1)..])
            inner *= size;
        return new Rows(outer, sizes[axis], inner);
    }

    /// <summary>The rows along a dimension, which may be negative, or all elements as one row when there is none; a scalar is a row of one.</summary>
    public static Rows AlongOrAll(ReadOnlySpan<int> sizes, int? dim)
    {
        if (dim is { } axis && !sizes.IsEmpty)
            return Along(sizes, axis < 0 ? axis + sizes.Length : axis);
        int count = 1;
        foreach (int size in sizes)
            count *= size;
        return new Rows(1, count, 1);
    }

    /// <summary>The number of elements.</summary>
    public int ElementCount => Outer * Length * Inner;

    /// <summary>The number of rows.</summary>
    public int Count => Outer * Inner;

    /// <summary>How many outer indices a block has.</summary>
    public int OuterInBlock => Math.Clamp(ElementsInBlock / Math.Max(1, Length * Inner), 1, Math.Max(1, Outer));

    /// <summary>The largest element of each row.</summary>
    public void Max<T>(Span<T> elements, Span<T> statistics)
        where T : unmanaged, INumber<T> => Reduce<MaxFold<T>, T>(elements, statistics);

    /// <summary>The sum of each row.</summary>
    public void Sum<T>(Span<T> elements, Span<T> statistics)
        where T : unmanaged, INumber<T> => Reduce<SumFold<T>, T>(elements, statistics);

    /// <summary>A combination of the elements of each row.</summary>
    public void Reduce<TFold, T>(Span<T> elements, Span<T> statistics)
        where TFold : struct, IFold<T>
        where T : unmanaged, INumber<T> => ReductionDriver.Run<TFold, T>(
            new TensorView<T>(elements, [Outer, Length, Inner], [Length * Inner, Inner, 1]), [false, true, false], statistics);

    /// <summary>A function of elements and of the statistic of their row.</summary>
    public void Map<TKernel, T>(Span<T> elements, Span<T> statistics, Span<T> result)
        where TKernel : struct, IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<int> sizes = [Outer, Length, Inner];
        ReadOnlySpan<int> strides = [Length * Inner, Inner, 1];
        ElementwiseDriver.Run<TKernel, T, T, T>(
            new TensorView<T>(elements, sizes, strides), new TensorView<T>(statistics, sizes, [Inner, 0, 1]), default, default,
            new TensorView<T>(result, sizes, strides));
    }

    /// <summary>A function of two elements at a place and of the statistic of their row.</summary>
    public void Map<TKernel, T>(Span<T> first, Span<T> second, Span<T> statistics, Span<T> result)
        where TKernel : struct, IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<int> sizes = [Outer, Length, Inner];
        ReadOnlySpan<int> strides = [Length * Inner, Inner, 1];
        ElementwiseDriver.Run<TKernel, T, T, T>(
            new TensorView<T>(first, sizes, strides), new TensorView<T>(second, sizes, strides),
            new TensorView<T>(statistics, sizes, [Inner, 0, 1]), default, new TensorView<T>(result, sizes, strides));
    }

    /// <summary>A function of single values, or of pairs at the same place.</summary>
    public static void MapFlat<TKernel, T>(Span<T> first, Span<T> second, Span<T> result)
        where TKernel : struct, IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<int> sizes = [result.Length];
        int one = 1;
        ReadOnlySpan<int> strides = new(in one);
        ElementwiseDriver.Run<TKernel, T, T, T>(
            new TensorView<T>(first, sizes, strides), second.IsEmpty ? default : new TensorView<T>(second, sizes, strides), default, default,
            new TensorView<T>(result, sizes, strides));
    }
}
