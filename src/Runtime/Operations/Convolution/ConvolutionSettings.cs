using System.Numerics;
using TypedTensors.Kernels.Convolution;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

/// <summary>What the convolutions have in common: how windows move, and how tensors are shown to the kernels.</summary>
/// <param name="dimensions">Along how many dimensions windows slide: one, or two.</param>
/// <param name="isTransposed">Whether results are the larger ones, from which the weights would make the argument's sizes.</param>
/// <param name="groups">Into how many independent parts the channels are divided.</param>
internal sealed class ConvolutionSettings(int dimensions, bool isTransposed, int groups)
{
    public required int[] Stride { get; init; }

    public required int[] Padding { get; init; }

    public required int[] Dilation { get; init; }

    public int[] OutputPadding { get; init; } = [];

    public int Groups => groups;

    /// <summary>The shape of the result.</summary>
    /// <param name="x">The argument's shape.</param>
    /// <param name="weight">The weights' shape.</param>
    /// <param name="bias">The bias's shape, null when there is none.</param>
    /// <param name="result">The result's shape.</param>
    /// <returns>Whether all fit each other.</returns>
    public bool TryCompute(Shape x, Shape weight, Shape? bias, out Shape result)
    {
        result = default;
        if (x.Rank <= dimensions || weight.Rank != dimensions + 2 || groups < 1)
            return false;
        int channels = x[-dimensions - 1], outputs = isTransposed ? checked(weight[1] * groups) : weight[0];
        bool fits = isTransposed
            ? weight[0] == channels && channels % groups == 0
            : channels % groups == 0 && outputs % groups == 0 && weight[1] == channels / groups;
        foreach (int[] list in (ReadOnlySpan<int[]>)[Stride, Padding, Dilation, OutputPadding])
            fits = fits && WindowLists.Fits(list, dimensions);
        if (!fits || (bias is { } vector && (vector.Rank != 1 || vector[0] != outputs)))
            return false;

        int[] sizes = x.Sizes.ToArray();
        sizes[^(dimensions + 1)] = outputs;
        for (int i = 0; i < dimensions; i++)
        {
            SlidingWindow window = WindowAt(i, weight[2 + i]);
            ref int size = ref sizes[^(dimensions - i)];
            if (isTransposed ? !window.TryCover(size, WindowLists.At(OutputPadding, i, 0), out size) : !window.TryCountPositions(size, out size))
                return false;
        }

        result = new Shape(sizes);
        return true;
    }

    public void Forward<T>(TensorView<T> x, TensorView<T> weight, TensorView<T> bias, TensorView<T> result)
        where T : unmanaged, INumber<T>
    {
        bool isStarted = bias.IsPresent;
        if (isStarted)
            StridedCopy.Run(new TensorView<T>(bias.Buffer, BiasSizes(bias.Sizes[0], stackalloc int[dimensions + 1]), BiasStrides(bias.Strides[0], stackalloc int[dimensions + 1])), result);
        else if (isTransposed)
            result.Elements.Clear();
        if (result.ElementCount == 0)
            return;
        using ElementList<T> argument = new(x), weights = new(weight);
        ConvolutionGeometry geometry = isTransposed ? Geometry(result.Sizes, weight.Sizes, x.Sizes) : Geometry(x.Sizes, weight.Sizes, result.Sizes);
        if (isTransposed)
            ConvolutionProducts.ApplyTransposed(geometry, argument.Values, weights.Values, result.Elements);
        else
            ConvolutionProducts.Apply(geometry, argument.Values, weights.Values, result.Elements, isStarted);
    }

    public void Pullback<T>(
        TensorView<T> cotangent, TensorView<T> x, TensorView<T> weight, TensorView<T> xCotangent, TensorView<T> weightCotangent, TensorView<T> biasCotangent)
        where T : unmanaged, INumber<T>
    {
        using ElementList<T> argument = new(x), weights = new(weight), result = new(cotangent);
        ConvolutionGeometry geometry = isTransposed ? Geometry(cotangent.Sizes, weight.Sizes, x.Sizes) : Geometry(x.Sizes, weight.Sizes, cotangent.Sizes);
        if (xCotangent.IsPresent)
        {
            Span<T> gradient = xCotangent.Elements;
            if (!isTransposed)
                gradient.Clear();
            if (isTransposed)
                ConvolutionProducts.Apply<T>(geometry, result.Values, weights.Values, gradient, accumulate: false);
            else
                ConvolutionProducts.ApplyTransposed<T>(geometry, result.Values, weights.Values, gradient);
        }

        if (weightCotangent.IsPresent)
        {
            Span<T> gradient = weightCotangent.Elements;
            gradient.Clear();
            ConvolutionProducts.AddWeights<T>(geometry, isTransposed ? argument.Values : result.Values, isTransposed ? result.Values : argument.Values, gradient);
        }

        if (!biasCotangent.IsPresent)
            return;
        Span<bool> reduced = stackalloc bool[cotangent.Rank];
        reduced.Fill(true);
        reduced[^(dimensions + 1)] = false;
        ReductionDriver.Run<SumFold<T>, T>(cotangent, reduced, biasCotangent.Elements);
    }

    private SlidingWindow WindowAt(int dimension, int kernel) =>
        new(kernel, WindowLists.At(Stride, dimension, 1), WindowLists.At(Padding, dimension, 0), WindowLists.At(Dilation, dimension, 1));

    /// <summary>The sizes of a convolution, whose results the transposed one takes for its argument.</summary>
    private ConvolutionGeometry Geometry(ReadOnlySpan<int> images, ReadOnlySpan<int> weight, ReadOnlySpan<int> results)
    {
        int count = 1;
        foreach (int size in images[..^(dimensions + 1)])
            count *= size;
        bool isPlane = dimensions == 2;
        return new ConvolutionGeometry(
            count,
            groups,
            images[^(dimensions + 1)] / groups,
            isPlane ? images[^2] : 1,
            images[^1],
            results[^(dimensions + 1)] / groups,
            isPlane ? results[^2] : 1,
            results[^1],
            isPlane ? WindowAt(0, weight[2]) : SlidingWindow.Single,
            WindowAt(dimensions - 1, weight[^1]));
    }

    private static Span<int> BiasSizes(int outputs, Span<int> sizes)
    {
        sizes.Fill(1);
        sizes[0] = outputs;
        return sizes;
    }

    private static Span<int> BiasStrides(int stride, Span<int> strides)
    {
        strides.Clear();
        strides[0] = stride;
        return strides;
    }
}
