using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A convolution of sequences: at each position of the window the sum of its elements times the weights, for each output, plus the output's bias.</summary>
    /// <remarks>A dimension of a given size becomes <c>(size + 2 * padding - dilation * (kernel - 1) - 1) / stride + 1</c> long.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (..., channels, length).</param>
    /// <param name="weight">Shape (outputs, channels / groups, k).</param>
    /// <param name="bias">Shape (outputs).</param>
    /// <param name="stride">How far the window moves; 1 when left out.</param>
    /// <param name="padding">How many zeros there are on either side; 0 when left out.</param>
    /// <param name="dilation">How far apart the elements of the window are; 1 when left out.</param>
    /// <param name="groups">Into how many parts the channels and the outputs are divided; each output sees its own part only.</param>
    /// <returns>A new tensor of shape (..., outputs, length').</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other, or the window does not fit.</exception>
    [Operation(typeof(Conv1dOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("...batch", "shared(outputs, groups)", "window(length, k, stride, padding, dilation)")]
    public static Tensor<T> Conv1d<T>(
        [Shape("...batch, channels, length")] Tensor<T> x,
        [Shape("outputs, share(channels, groups), k")] Tensor<T> weight,
        [Shape("outputs")] Tensor<T> bias,
        int stride = 1,
        int padding = 0,
        int dilation = 1,
        int groups = 1)
        where T : unmanaged, INumber<T> =>
        Eager.Run<Conv1dOperation<T>, T, T, T, T>(new Conv1dOperation<T>(stride, padding, dilation, groups), x, weight, bias);

    /// <inheritdoc cref="Conv1d{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, int, int, int)"/>
    [FormOf(typeof(Ops), nameof(Conv1d), Implementation = typeof(Conv1dWithoutBiasOperation<>))]
    public static Tensor<T> Conv1d<T>(Tensor<T> x, Tensor<T> weight, int stride = 1, int padding = 0, int dilation = 1, int groups = 1)
        where T : unmanaged, INumber<T> =>
        Eager.Run<Conv1dWithoutBiasOperation<T>, T, T, T>(new Conv1dWithoutBiasOperation<T>(stride, padding, dilation, groups), x, weight);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Conv1d{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, int, int, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Conv1d))]
        public Tensor<T> Conv1d(Tensor<T> weight, Tensor<T> bias, int stride = 1, int padding = 0, int dilation = 1, int groups = 1) =>
            Ops.Conv1d(x, weight, bias, stride, padding, dilation, groups);

        /// <inheritdoc cref="Ops.Conv1d{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, int, int, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Conv1d), Implementation = typeof(Conv1dWithoutBiasOperation<>))]
        public Tensor<T> Conv1d(Tensor<T> weight, int stride = 1, int padding = 0, int dilation = 1, int groups = 1) => Ops.Conv1d(x, weight, stride, padding, dilation, groups);
    }
}

/// <summary>Slides weights over sequences, and adds a bias.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="stride">How far the window moves.</param>
/// <param name="padding">How many zeros there are on either side.</param>
/// <param name="dilation">How far apart the elements of the window are.</param>
/// <param name="groups">Into how many parts the channels are divided.</param>
public readonly struct Conv1dOperation<T>(int stride, int padding, int dilation, int groups) : IOperation<T, T, T, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionSettings _settings = new(1, isTransposed: false, groups) { Stride = [stride], Padding = [padding], Dilation = [dilation] };

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Conv1d));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        _settings.TryCompute(first, second, third, out Shape shape) ? shape : throw Contract.Refuse(first, second, third, _settings.Stride[0], _settings.Padding[0], _settings.Dilation[0], _settings.Groups);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> result) => _settings.Forward(first, second, third, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent) => _settings.Pullback(cotangent, first, second, firstCotangent, secondCotangent, thirdCotangent);
}

/// <summary>Slides weights over sequences.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="stride">How far the window moves.</param>
/// <param name="padding">How many zeros there are on either side.</param>
/// <param name="dilation">How far apart the elements of the window are.</param>
/// <param name="groups">Into how many parts the channels are divided.</param>
public readonly struct Conv1dWithoutBiasOperation<T>(int stride, int padding, int dilation, int groups) : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionSettings _settings = new(1, isTransposed: false, groups) { Stride = [stride], Padding = [padding], Dilation = [dilation] };

    /// <inheritdoc/>
    public static OperationContract Contract => Conv1dOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        _settings.TryCompute(left, right, bias: null, out Shape shape) ? shape : throw Contract.Refuse(left, right, null, _settings.Stride[0], _settings.Padding[0], _settings.Dilation[0], _settings.Groups);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) => _settings.Forward(left, right, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent) => _settings.Pullback(cotangent, left, right, leftCotangent, rightCotangent, default);
}
