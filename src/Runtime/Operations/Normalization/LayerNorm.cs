using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Elements along some dimensions brought to the mean 0 and the variance 1, then scaled and moved: <c>(x - mean) / sqrt(variance + eps) * weight + bias</c>.</summary>
    /// <remarks>Ba, Kiros and Hinton, "Layer Normalization", 2016. The variance divides by the number of elements.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor that has the dimensions.</param>
    /// <param name="weight">The factor of each element along the dimensions: the sizes of <paramref name="x"/> there, in its order; left out, there are none.</param>
    /// <param name="bias">What is added to each, of the same shape.</param>
    /// <param name="dim">The dimensions that are normalized together, negative ones counting from the end; the last one when left out.</param>
    /// <param name="eps">What is added to the variance, so that equal elements do not divide by zero.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice, or weight or bias do not have the sizes along the dimensions.</exception>
    [Operation(typeof(LayerNormOperation<>), Saves = Saved.Inputs)]
    [return: Shape("axes(x, dim)")]
    public static Tensor<T> LayerNorm<T>(
        Tensor<T> x, [Shape("keep(x, dim)")] Tensor<T> weight, [Shape("keep(x, dim)")] Tensor<T> bias, ReadOnlySpan<int> dim, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<LayerNormOperation<T>, T, T, T, T>(new LayerNormOperation<T>(dim, eps), x, weight, bias);

    /// <inheritdoc cref="LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
    [FormOf(typeof(Ops), nameof(LayerNorm), Implementation = typeof(LayerNormWithoutBiasOperation<>))]
    public static Tensor<T> LayerNorm<T>(Tensor<T> x, Tensor<T> weight, ReadOnlySpan<int> dim, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<LayerNormWithoutBiasOperation<T>, T, T, T>(new LayerNormWithoutBiasOperation<T>(dim, eps), x, weight);

    /// <inheritdoc cref="LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
    [FormOf(typeof(Ops), nameof(LayerNorm), Implementation = typeof(LayerNormWithoutWeightOperation<>))]
    public static Tensor<T> LayerNorm<T>(Tensor<T> x, ReadOnlySpan<int> dim, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<LayerNormWithoutWeightOperation<T>, T, T>(new LayerNormWithoutWeightOperation<T>(dim, eps), x);

    /// <inheritdoc cref="LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
    [FormOf(typeof(Ops), nameof(LayerNorm))]
    public static Tensor<T> LayerNorm<T>(Tensor<T> x, Tensor<T> weight, Tensor<T> bias, int dim = -1, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => LayerNorm(x, weight, bias, [dim], eps);

    /// <inheritdoc cref="LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
    [FormOf(typeof(Ops), nameof(LayerNorm), Implementation = typeof(LayerNormWithoutBiasOperation<>))]
    public static Tensor<T> LayerNorm<T>(Tensor<T> x, Tensor<T> weight, int dim = -1, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => LayerNorm(x, weight, [dim], eps);

    /// <inheritdoc cref="LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
    [FormOf(typeof(Ops), nameof(LayerNorm), Implementation = typeof(LayerNormWithoutWeightOperation<>))]
    public static Tensor<T> LayerNorm<T>(Tensor<T> x, int dim = -1, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => LayerNorm(x, [dim], eps);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.LayerNorm))]
        public Tensor<T> LayerNorm(Tensor<T> weight, Tensor<T> bias, ReadOnlySpan<int> dim, double eps = 1e-5) => Ops.LayerNorm(x, weight, bias, dim, eps);

        /// <inheritdoc cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.LayerNorm), Implementation = typeof(LayerNormWithoutBiasOperation<>))]
        public Tensor<T> LayerNorm(Tensor<T> weight, ReadOnlySpan<int> dim, double eps = 1e-5) => Ops.LayerNorm(x, weight, dim, eps);

        /// <inheritdoc cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.LayerNorm), Implementation = typeof(LayerNormWithoutWeightOperation<>))]
        public Tensor<T> LayerNorm(ReadOnlySpan<int> dim, double eps = 1e-5) => Ops.LayerNorm(x, dim, eps);

        /// <inheritdoc cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.LayerNorm))]
        public Tensor<T> LayerNorm(Tensor<T> weight, Tensor<T> bias, int dim = -1, double eps = 1e-5) => Ops.LayerNorm(x, weight, bias, dim, eps);

        /// <inheritdoc cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.LayerNorm), Implementation = typeof(LayerNormWithoutBiasOperation<>))]
        public Tensor<T> LayerNorm(Tensor<T> weight, int dim = -1, double eps = 1e-5) => Ops.LayerNorm(x, weight, dim, eps);

        /// <inheritdoc cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.LayerNorm), Implementation = typeof(LayerNormWithoutWeightOperation<>))]
        public Tensor<T> LayerNorm(int dim = -1, double eps = 1e-5) => Ops.LayerNorm(x, dim, eps);
    }
}

/// <summary>Brings the elements along some dimensions to mean 0 and variance 1, then scales and adds a bias.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions that are normalized together.</param>
/// <param name="eps">What is added to the variance.</param>
public readonly struct LayerNormOperation<T>(ReadOnlySpan<int> dim, double eps) : IOperation<T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerNormGroups _groups = new(dim, eps);

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LayerNorm));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        _groups.Fits(first, second, third) ? first : throw Contract.Refuse(first, second, third, _groups.Dim, eps);

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

/// <summary>Brings the elements along some dimensions to mean 0 and variance 1, then scales.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions that are normalized together.</param>
/// <param name="eps">What is added to the variance.</param>
public readonly struct LayerNormWithoutBiasOperation<T>(ReadOnlySpan<int> dim, double eps) : IOperation<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerNormGroups _groups = new(dim, eps);

    /// <inheritdoc/>
    public static OperationContract Contract => LayerNormOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        _groups.Fits(left, right, bias: null) ? left : throw Contract.Refuse(left, right, null, _groups.Dim, eps);

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

/// <summary>Brings the elements along some dimensions to mean 0 and variance 1.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions that are normalized together.</param>
/// <param name="eps">What is added to the variance.</param>
public readonly struct LayerNormWithoutWeightOperation<T>(ReadOnlySpan<int> dim, double eps) : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly LayerNormGroups _groups = new(dim, eps);

    /// <inheritdoc/>
    public static OperationContract Contract => LayerNormOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        _groups.Fits(input, weight: null, bias: null) ? input : throw Contract.Refuse(input, null, null, _groups.Dim, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => _groups.Forward(input, default, default, default, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        _groups.Pullback(cotangent, input, default, default, inputCotangent, default, default);
}
