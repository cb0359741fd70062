using System.Numerics;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Each channel of a batch normalized with given statistics, then scaled and moved: <c>(x - mean) / sqrt(variance + eps) * weight + bias</c>.</summary>
    /// <remarks>
    /// Batch normalization outside of training: the statistics are those of all batches, and no gradient reaches them. In training it is
    /// <see cref="BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/>.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (n, channels, ...).</param>
    /// <param name="mean">Shape (channels): the mean of each channel.</param>
    /// <param name="variance">Shape (channels): the variance of each channel.</param>
    /// <param name="weight">Shape (channels): the factor of each channel; left out, there are none.</param>
    /// <param name="bias">Shape (channels): what is added to each channel.</param>
    /// <param name="eps">What is added to the variance.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="x"/> has less than two dimensions, or another tensor does not have one number for each channel.</exception>
    [Operation(typeof(BatchNormInferenceOperation<>), Saves = Saved.Inputs, Differentiable = "x, weight, bias")]
    [return: Shape("n", "channels", "...space")]
    public static Tensor<T> BatchNormInference<T>(
        [Shape("n, channels, ...space")] Tensor<T> x,
        [Shape("channels")] Tensor<T> mean,
        [Shape("channels")] Tensor<T> variance,
        [Shape("channels")] Tensor<T> weight,
        [Shape("channels")] Tensor<T> bias,
        double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<BatchNormInferenceOperation<T>, T, T, T, T, T, T>(new BatchNormInferenceOperation<T>(eps), x, mean, variance, weight, bias);

    /// <inheritdoc cref="BatchNormInference{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
    [FormOf(typeof(Ops), nameof(BatchNormInference), Implementation = typeof(BatchNormInferenceWithoutBiasOperation<>))]
    public static Tensor<T> BatchNormInference<T>(Tensor<T> x, Tensor<T> mean, Tensor<T> variance, Tensor<T> weight, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<BatchNormInferenceWithoutBiasOperation<T>, T, T, T, T, T>(new BatchNormInferenceWithoutBiasOperation<T>(eps), x, mean, variance, weight);

    /// <inheritdoc cref="BatchNormInference{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
    [FormOf(typeof(Ops), nameof(BatchNormInference), Implementation = typeof(BatchNormInferenceWithoutWeightOperation<>))]
    public static Tensor<T> BatchNormInference<T>(Tensor<T> x, Tensor<T> mean, Tensor<T> variance, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<BatchNormInferenceWithoutWeightOperation<T>, T, T, T, T>(new BatchNormInferenceWithoutWeightOperation<T>(eps), x, mean, variance);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.BatchNormInference{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchNormInference))]
        public Tensor<T> BatchNormInference(Tensor<T> mean, Tensor<T> variance, Tensor<T> weight, Tensor<T> bias, double eps = 1e-5) =>
            Ops.BatchNormInference(x, mean, variance, weight, bias, eps);

        /// <inheritdoc cref="Ops.BatchNormInference{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchNormInference), Implementation = typeof(BatchNormInferenceWithoutBiasOperation<>))]
        public Tensor<T> BatchNormInference(Tensor<T> mean, Tensor<T> variance, Tensor<T> weight, double eps = 1e-5) => Ops.BatchNormInference(x, mean, variance, weight, eps);

        /// <inheritdoc cref="Ops.BatchNormInference{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchNormInference), Implementation = typeof(BatchNormInferenceWithoutWeightOperation<>))]
        public Tensor<T> BatchNormInference(Tensor<T> mean, Tensor<T> variance, double eps = 1e-5) => Ops.BatchNormInference(x, mean, variance, eps);
    }
}

/// <summary>Normalizes channels with given statistics, then scales and adds a bias.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="eps">What is added to the variance.</param>
public readonly struct BatchNormInferenceOperation<T>(double eps) : IOperation<T, T, T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchNormGroups _groups = new(eps);

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.BatchNormInference));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third, Shape fourth, Shape fifth) =>
        BatchNormGroups.HasChannels(first, fourth, fifth) && BatchNormGroups.IsOfChannels(first, second) && BatchNormGroups.IsOfChannels(first, third)
            ? first
            : throw Contract.Refuse(first, second, third, fourth, fifth, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<T> fifth, TensorView<T> result) =>
        _groups.Forward(first, new GroupStatistics<T>(second, third), fourth, fifth, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> fourth,
        TensorView<T> fifth,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent,
        TensorView<T> fourthCotangent,
        TensorView<T> fifthCotangent) => _groups.Pullback(cotangent, first, new GroupStatistics<T>(second, third), fourth, firstCotangent, fourthCotangent, fifthCotangent);
}

/// <summary>Normalizes channels with given statistics, then scales.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="eps">What is added to the variance.</param>
public readonly struct BatchNormInferenceWithoutBiasOperation<T>(double eps) : IOperation<T, T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchNormGroups _groups = new(eps);

    /// <inheritdoc/>
    public static OperationContract Contract => BatchNormInferenceOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third, Shape fourth) =>
        BatchNormGroups.HasChannels(first, fourth, bias: null) && BatchNormGroups.IsOfChannels(first, second) && BatchNormGroups.IsOfChannels(first, third)
            ? first
            : throw Contract.Refuse(first, second, third, fourth, null, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<T> result) =>
        _groups.Forward(first, new GroupStatistics<T>(second, third), fourth, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> fourth,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent,
        TensorView<T> fourthCotangent) => _groups.Pullback(cotangent, first, new GroupStatistics<T>(second, third), fourth, firstCotangent, fourthCotangent, default);
}

/// <summary>Normalizes channels with given statistics.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="eps">What is added to the variance.</param>
public readonly struct BatchNormInferenceWithoutWeightOperation<T>(double eps) : IOperation<T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchNormGroups _groups = new(eps);

    /// <inheritdoc/>
    public static OperationContract Contract => BatchNormInferenceOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        BatchNormGroups.HasChannels(first, weight: null, bias: null) && BatchNormGroups.IsOfChannels(first, second) && BatchNormGroups.IsOfChannels(first, third)
            ? first
            : throw Contract.Refuse(first, second, third, null, null, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> result) =>
        _groups.Forward(first, new GroupStatistics<T>(second, third), default, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent) => _groups.Pullback(cotangent, first, new GroupStatistics<T>(second, third), default, firstCotangent, default, default);
}
