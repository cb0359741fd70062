using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>For each channel of a batch the mean and the unbiased variance, with which running statistics are updated: <c>running = (1 - momentum) running + momentum batch</c>.</summary>
    /// <remarks>
    /// The variance divides by one less than the number of elements of the channel, unlike the one that
    /// <see cref="BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/> normalizes by; it is NaN where there is one element.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (n, channels, ...).</param>
    /// <returns>Two tensors of shape (channels).</returns>
    /// <exception cref="ShapeException"><paramref name="x"/> has less than two dimensions.</exception>
    [Operation(typeof(BatchStatisticsOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shapes("channels", "channels")]
    public static (Tensor<T> Mean, Tensor<T> Variance) BatchStatistics<T>([Shape("n, channels, ...space")] Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.RunPair<BatchStatisticsOperation<T>, T, T, T>(default, x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.BatchStatistics{T}"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchStatistics))]
        public (Tensor<T> Mean, Tensor<T> Variance) BatchStatistics() => Ops.BatchStatistics(x);
    }
}

/// <summary>Takes mean and unbiased variance of each channel.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct BatchStatisticsOperation<T> : IPairOperation<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.BatchStatistics));

    /// <inheritdoc/>
    public (Shape First, Shape Second) ResultShapes(Shape input)
    {
        if (input.Rank < 2)
            throw Contract.Refuse(input);
        Shape channels = new(input[1]);
        return (channels, channels);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<T> second)
    {
        GroupStatistics<T>.Measure(input, BatchNormGroups.MarkAllButChannels(stackalloc bool[input.Rank]), first.Elements, second.Elements);
        (T count, T others) = Counts(input);
        foreach (ref T variance in second.Elements)
            variance = variance * count / others;
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent, TensorView<T> secondCotangent, TensorView<T> input, TensorView<T> first, TensorView<T> second, TensorView<T> inputCotangent)
    {
        // Mean: 1 / n; variance: 2 (x - mean) / (n - 1).
        (T count, T others) = Counts(input);
        int channels = input.Sizes[1];
        T[] memory = ArrayPool<T>.Shared.Rent(2 * channels);
        Span<T> ofMean = memory.AsSpan(0, channels), ofVariance = memory.AsSpan(channels, channels);
        Span<int> strides = stackalloc int[input.Rank], meanStrides = stackalloc int[input.Rank];
        for (int i = 0; i < channels; i++)
        {
            ofMean[i] = firstCotangent.IsPresent ? firstCotangent.Buffer[i * firstCotangent.Strides[0]] / count : T.Zero;
            ofVariance[i] = secondCotangent.IsPresent ? T.CreateChecked(2) * secondCotangent.Buffer[i * secondCotangent.Strides[0]] / others : T.Zero;
        }

        (strides[1], meanStrides[1]) = (1, first.Strides[0]);
        ElementwiseDriver.Run<SlopeOfStatistics, T, T, T>(
            input,
            new TensorView<T>(first.Buffer, input.Sizes, meanStrides),
            new TensorView<T>(ofVariance, input.Sizes, strides),
            new TensorView<T>(ofMean, input.Sizes, strides),
            inputCotangent);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>How many elements a channel has, and one less.</summary>
    private static (T Count, T Others) Counts(TensorView<T> input)
    {
        long count = (long)input.Sizes[0] * BatchNormGroups.CountInside(input.Sizes);
        return (T.CreateChecked(count), T.CreateChecked(Math.Max(0, count - 1)));
    }

    /// <summary>(first - second) third + fourth.</summary>
    private readonly struct SlopeOfStatistics : IElementwiseKernel<T>
    {
        public static int Arity => 4;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => ((first - second) * third) + fourth;
    }
}
