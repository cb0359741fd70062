using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Each channel of a batch brought to the mean 0 and the variance 1, then scaled and moved: <c>(x - mean) / sqrt(variance + eps) * weight + bias</c>.</summary>
    /// <remarks>Ioffe and Szegedy, "Batch Normalization", 2015, as it is trained: with the statistics of the batch, whose variance divides by the number of elements. Outside of training
    /// statistics of all batches take their place (<see cref="BatchNormInference{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, double)"/>), which are kept by means of <see cref="BatchStatistics{T}"/>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (n, channels, ...).</param>
    /// <param name="weight">Shape (channels): the factor of each channel; left out, there are none.</param>
    /// <param name="bias">Shape (channels): what is added to each channel.</param>
    /// <param name="eps">What is added to the variance, so that equal elements do not divide by zero.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="x"/> has less than two dimensions, or weight or bias do not have one number for each channel.</exception>
    [Operation(typeof(BatchNormOperation<>), Saves = Saved.Inputs)]
    [return: Shape("n", "channels", "...space")]
    public static Tensor<T> BatchNorm<T>(
        [Shape("n, channels, ...space")] Tensor<T> x, [Shape("channels")] Tensor<T> weight, [Shape("channels")] Tensor<T> bias, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<BatchNormOperation<T>, T, T, T, T>(new BatchNormOperation<T>(eps), x, weight, bias);

    /// <inheritdoc cref="BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
    [FormOf(typeof(Ops), nameof(BatchNorm), Implementation = typeof(BatchNormWithoutBiasOperation<>))]
    public static Tensor<T> BatchNorm<T>(Tensor<T> x, Tensor<T> weight, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<BatchNormWithoutBiasOperation<T>, T, T, T>(new BatchNormWithoutBiasOperation<T>(eps), x, weight);

    /// <inheritdoc cref="BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
    [FormOf(typeof(Ops), nameof(BatchNorm), Implementation = typeof(BatchNormWithoutWeightOperation<>))]
    public static Tensor<T> BatchNorm<T>(Tensor<T> x, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<BatchNormWithoutWeightOperation<T>, T, T>(new BatchNormWithoutWeightOperation<T>(eps), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchNorm))]
        public Tensor<T> BatchNorm(Tensor<T> weight, Tensor<T> bias, double eps = 1e-5) => Ops.BatchNorm(x, weight, bias, eps);

        /// <inheritdoc cref="Ops.BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchNorm), Implementation = typeof(BatchNormWithoutBiasOperation<>))]
        public Tensor<T> BatchNorm(Tensor<T> weight, double eps = 1e-5) => Ops.BatchNorm(x, weight, eps);

        /// <inheritdoc cref="Ops.BatchNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.BatchNorm), Implementation = typeof(BatchNormWithoutWeightOperation<>))]
        public Tensor<T> BatchNorm(double eps = 1e-5) => Ops.BatchNorm(x, eps);
    }
}

/// <summary>Brings each channel of a batch to mean 0 and variance 1, then scales and adds a bias.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="eps">What is added to the variance.</param>
public readonly struct BatchNormOperation<T>(double eps) : IOperation<T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchNormGroups _groups = new(eps);

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.BatchNorm));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        BatchNormGroups.HasChannels(first, second, third) ? first : throw Contract.Refuse(first, second, third, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> result) => _groups.Forward(first, default, second, third, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent) => _groups.Pullback(cotangent, first, default, second, firstCotangent, secondCotangent, thirdCotangent);
}

/// <summary>Brings each channel of a batch to mean 0 and variance 1, then scales.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="eps">What is added to the variance.</param>
public readonly struct BatchNormWithoutBiasOperation<T>(double eps) : IOperation<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchNormGroups _groups = new(eps);

    /// <inheritdoc/>
    public static OperationContract Contract => BatchNormOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        BatchNormGroups.HasChannels(left, right, bias: null) ? left : throw Contract.Refuse(left, right, null, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) => _groups.Forward(left, default, right, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent) => _groups.Pullback(cotangent, left, default, right, leftCotangent, rightCotangent, default);
}

/// <summary>Brings each channel of a batch to mean 0 and variance 1.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="eps">What is added to the variance.</param>
public readonly struct BatchNormWithoutWeightOperation<T>(double eps) : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchNormGroups _groups = new(eps);

    /// <inheritdoc/>
    public static OperationContract Contract => BatchNormOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        BatchNormGroups.HasChannels(input, weight: null, bias: null) ? input : throw Contract.Refuse(input, null, null, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => _groups.Forward(input, default, default, default, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        _groups.Pullback(cotangent, input, default, default, inputCotangent, default, default);
}
