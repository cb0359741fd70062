using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The channels of each example in groups, each brought to the mean 0 and the variance 1, then every channel scaled and moved: <c>(x - mean) / sqrt(variance + eps) * weight + bias</c>.</summary>
    /// <remarks>Wu and He, "Group Normalization", 2018. One group makes layers of whole examples, as many as channels instances. The variance divides by the number of elements.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (n, channels, ...).</param>
    /// <param name="weight">Shape (channels): the factor of each channel; left out, there are none.</param>
    /// <param name="bias">Shape (channels): what is added to each channel.</param>
    /// <param name="groups">Into how many groups the channels are divided.</param>
    /// <param name="eps">What is added to the variance, so that equal elements do not divide by zero.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The groups do not divide the channels, or weight or bias do not have one number for each channel.</exception>
    [Operation(typeof(GroupNormOperation<>), Saves = Saved.Inputs)]
    [return: Shape("n", "shared(channels, groups)", "...space")]
    public static Tensor<T> GroupNorm<T>(
        [Shape("n, channels, ...space")] Tensor<T> x, [Shape("channels")] Tensor<T> weight, [Shape("channels")] Tensor<T> bias, int groups, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<GroupNormOperation<T>, T, T, T, T>(new GroupNormOperation<T>(groups, eps), x, weight, bias);

    /// <inheritdoc cref="GroupNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, double)"/>
    [FormOf(typeof(Ops), nameof(GroupNorm), Implementation = typeof(GroupNormWithoutBiasOperation<>))]
    public static Tensor<T> GroupNorm<T>(Tensor<T> x, Tensor<T> weight, int groups, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<GroupNormWithoutBiasOperation<T>, T, T, T>(new GroupNormWithoutBiasOperation<T>(groups, eps), x, weight);

    /// <inheritdoc cref="GroupNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, double)"/>
    [FormOf(typeof(Ops), nameof(GroupNorm), Implementation = typeof(GroupNormWithoutWeightOperation<>))]
    public static Tensor<T> GroupNorm<T>(Tensor<T> x, int groups, double eps = 1e-5)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<GroupNormWithoutWeightOperation<T>, T, T>(new GroupNormWithoutWeightOperation<T>(groups, eps), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.GroupNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.GroupNorm))]
        public Tensor<T> GroupNorm(Tensor<T> weight, Tensor<T> bias, int groups, double eps = 1e-5) => Ops.GroupNorm(x, weight, bias, groups, eps);

        /// <inheritdoc cref="Ops.GroupNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.GroupNorm), Implementation = typeof(GroupNormWithoutBiasOperation<>))]
        public Tensor<T> GroupNorm(Tensor<T> weight, int groups, double eps = 1e-5) => Ops.GroupNorm(x, weight, groups, eps);

        /// <inheritdoc cref="Ops.GroupNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, double)"/>
        [FormOf(typeof(Ops), nameof(Ops.GroupNorm), Implementation = typeof(GroupNormWithoutWeightOperation<>))]
        public Tensor<T> GroupNorm(int groups, double eps = 1e-5) => Ops.GroupNorm(x, groups, eps);
    }
}

/// <summary>Brings groups of channels to mean 0 and variance 1, then scales and adds a bias.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="groups">Into how many groups the channels are divided.</param>
/// <param name="eps">What is added to the variance.</param>
public readonly struct GroupNormOperation<T>(int groups, double eps) : IOperation<T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GroupNormGroups _groups = new(groups, eps);

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.GroupNorm));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        _groups.Fits(first, second, third) ? first : throw Contract.Refuse(first, second, third, groups, eps);

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

/// <summary>Brings groups of channels to mean 0 and variance 1, then scales.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="groups">Into how many groups the channels are divided.</param>
/// <param name="eps">What is added to the variance.</param>
public readonly struct GroupNormWithoutBiasOperation<T>(int groups, double eps) : IOperation<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GroupNormGroups _groups = new(groups, eps);

    /// <inheritdoc/>
    public static OperationContract Contract => GroupNormOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        _groups.Fits(left, right, bias: null) ? left : throw Contract.Refuse(left, right, null, groups, eps);

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

/// <summary>Brings groups of channels to mean 0 and variance 1.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="groups">Into how many groups the channels are divided.</param>
/// <param name="eps">What is added to the variance.</param>
public readonly struct GroupNormWithoutWeightOperation<T>(int groups, double eps) : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly GroupNormGroups _groups = new(groups, eps);

    /// <inheritdoc/>
    public static OperationContract Contract => GroupNormOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        _groups.Fits(input, weight: null, bias: null) ? input : throw Contract.Refuse(input, null, null, groups, eps);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => _groups.Forward(input, default, default, default, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        _groups.Pullback(cotangent, input, default, default, inputCotangent, default, default);
}
