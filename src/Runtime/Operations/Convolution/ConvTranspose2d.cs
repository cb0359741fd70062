using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A transposed convolution of images: what the gradient of a convolution by its argument computes, with weights of the same shape.</summary>
    /// <remarks>A dimension of a given size becomes <c>(size - 1) * stride - 2 * padding + dilation * (kernel - 1) + 1 + outputPadding</c> long.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (..., channels, h, w).</param>
    /// <param name="weight">Shape (channels, outputs / groups, kh, kw).</param>
    /// <param name="bias">Shape (outputs).</param>
    /// <param name="stride">How far the window moves: one integer for both dimensions, or one for each; 1 when left out.</param>
    /// <param name="padding">How many zeros are taken away on either side: one integer for both dimensions, or one for each; 0 when left out.</param>
    /// <param name="outputPadding">How much longer the result is at its end: one integer for both dimensions, or one for each; less than the stride or the dilation, 0 when left out.</param>
    /// <param name="dilation">How far apart the elements of the window are: one integer for both dimensions, or one for each; 1 when left out.</param>
    /// <param name="groups">Into how many parts the channels and the outputs are divided; each output sees its own part only.</param>
    /// <returns>A new tensor of shape (..., outputs, h', w').</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other, or the window does not fit.</exception>
    [Operation(typeof(ConvTranspose2dOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape(
        "...batch", "outputs * entry(groups, 0, 1, 1)", "cover(h, kh, entry(stride, 0, 2, 1), entry(padding, 0, 2, 0), entry(dilation, 0, 2, 1), entry(outputPadding, 0, 2, 0))",
        "cover(w, kw, entry(stride, 1, 2, 1), entry(padding, 1, 2, 0), entry(dilation, 1, 2, 1), entry(outputPadding, 1, 2, 0))")]
    public static Tensor<T> ConvTranspose2d<T>(
        [Shape("...batch, channels, h, w")] Tensor<T> x,
        [Shape("shared(channels, groups), outputs, kh, kw")] Tensor<T> weight,
        [Shape("outputs * entry(groups, 0, 1, 1)")] Tensor<T> bias,
        ReadOnlySpan<int> stride = default,
        ReadOnlySpan<int> padding = default,
        ReadOnlySpan<int> outputPadding = default,
        ReadOnlySpan<int> dilation = default,
        int groups = 1)
        where T : unmanaged, INumber<T> =>
        Eager.Run<ConvTranspose2dOperation<T>, T, T, T, T>(new ConvTranspose2dOperation<T>(stride, padding, outputPadding, dilation, groups), x, weight, bias);

    /// <inheritdoc cref="ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
    [FormOf(typeof(Ops), nameof(ConvTranspose2d), Implementation = typeof(ConvTranspose2dWithoutBiasOperation<>))]
    public static Tensor<T> ConvTranspose2d<T>(Tensor<T> x, Tensor<T> weight, ReadOnlySpan<int> stride = default, ReadOnlySpan<int> padding = default, ReadOnlySpan<int> outputPadding = default, ReadOnlySpan<int> dilation = default, int groups = 1)
        where T : unmanaged, INumber<T> =>
        Eager.Run<ConvTranspose2dWithoutBiasOperation<T>, T, T, T>(new ConvTranspose2dWithoutBiasOperation<T>(stride, padding, outputPadding, dilation, groups), x, weight);

    /// <inheritdoc cref="ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
    [FormOf(typeof(Ops), nameof(ConvTranspose2d))]
    [OverloadResolutionPriority(1)]
    public static Tensor<T> ConvTranspose2d<T>(Tensor<T> x, Tensor<T> weight, Tensor<T> bias, int stride = 1, int padding = 0, int outputPadding = 0, int dilation = 1, int groups = 1)
        where T : unmanaged, INumber<T> => ConvTranspose2d(x, weight, bias, [stride], [padding], [outputPadding], [dilation], groups);

    /// <inheritdoc cref="ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
    [FormOf(typeof(Ops), nameof(ConvTranspose2d), Implementation = typeof(ConvTranspose2dWithoutBiasOperation<>))]
    [OverloadResolutionPriority(1)]
    public static Tensor<T> ConvTranspose2d<T>(Tensor<T> x, Tensor<T> weight, int stride = 1, int padding = 0, int outputPadding = 0, int dilation = 1, int groups = 1)
        where T : unmanaged, INumber<T> => ConvTranspose2d(x, weight, [stride], [padding], [outputPadding], [dilation], groups);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.ConvTranspose2d))]
        public Tensor<T> ConvTranspose2d(Tensor<T> weight, Tensor<T> bias, ReadOnlySpan<int> stride = default, ReadOnlySpan<int> padding = default, ReadOnlySpan<int> outputPadding = default, ReadOnlySpan<int> dilation = default, int groups = 1) =>
            Ops.ConvTranspose2d(x, weight, bias, stride, padding, outputPadding, dilation, groups);

        /// <inheritdoc cref="Ops.ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.ConvTranspose2d), Implementation = typeof(ConvTranspose2dWithoutBiasOperation<>))]
        public Tensor<T> ConvTranspose2d(Tensor<T> weight, ReadOnlySpan<int> stride = default, ReadOnlySpan<int> padding = default, ReadOnlySpan<int> outputPadding = default, ReadOnlySpan<int> dilation = default, int groups = 1) => Ops.ConvTranspose2d(x, weight, stride, padding, outputPadding, dilation, groups);

        /// <inheritdoc cref="Ops.ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.ConvTranspose2d))]
        [OverloadResolutionPriority(1)]
        public Tensor<T> ConvTranspose2d(Tensor<T> weight, Tensor<T> bias, int stride = 1, int padding = 0, int outputPadding = 0, int dilation = 1, int groups = 1) =>
            Ops.ConvTranspose2d(x, weight, bias, stride, padding, outputPadding, dilation, groups);

        /// <inheritdoc cref="Ops.ConvTranspose2d{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, ReadOnlySpan{int}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.ConvTranspose2d), Implementation = typeof(ConvTranspose2dWithoutBiasOperation<>))]
        [OverloadResolutionPriority(1)]
        public Tensor<T> ConvTranspose2d(Tensor<T> weight, int stride = 1, int padding = 0, int outputPadding = 0, int dilation = 1, int groups = 1) => Ops.ConvTranspose2d(x, weight, stride, padding, outputPadding, dilation, groups);
    }
}

/// <summary>Slides weights over images, the other way round, and adds a bias.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="stride">How far the window moves.</param>
/// <param name="padding">How many zeros there are on either side.</param>
/// <param name="outputPadding">How much longer the result is.</param>
/// <param name="dilation">How far apart the elements of the window are.</param>
/// <param name="groups">Into how many parts the channels are divided.</param>
public readonly struct ConvTranspose2dOperation<T>(ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> outputPadding, ReadOnlySpan<int> dilation, int groups) : IOperation<T, T, T, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionSettings _settings = new(2, isTransposed: true, groups) { Stride = stride.ToArray(), Padding = padding.ToArray(), Dilation = dilation.ToArray(), OutputPadding = outputPadding.ToArray() };

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ConvTranspose2d));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        _settings.TryCompute(first, second, third, out Shape shape) ? shape : throw Contract.Refuse(first, second, third, _settings.Stride, _settings.Padding, _settings.OutputPadding, _settings.Dilation, _settings.Groups);

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

/// <summary>Slides weights over images, the other way round.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="stride">How far the window moves.</param>
/// <param name="padding">How many zeros there are on either side.</param>
/// <param name="outputPadding">How much longer the result is.</param>
/// <param name="dilation">How far apart the elements of the window are.</param>
/// <param name="groups">Into how many parts the channels are divided.</param>
public readonly struct ConvTranspose2dWithoutBiasOperation<T>(ReadOnlySpan<int> stride, ReadOnlySpan<int> padding, ReadOnlySpan<int> outputPadding, ReadOnlySpan<int> dilation, int groups) : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    private readonly ConvolutionSettings _settings = new(2, isTransposed: true, groups) { Stride = stride.ToArray(), Padding = padding.ToArray(), Dilation = dilation.ToArray(), OutputPadding = outputPadding.ToArray() };

    /// <inheritdoc/>
    public static OperationContract Contract => ConvTranspose2dOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        _settings.TryCompute(left, right, bias: null, out Shape shape) ? shape : throw Contract.Refuse(left, right, null, _settings.Stride, _settings.Padding, _settings.OutputPadding, _settings.Dilation, _settings.Groups);

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
