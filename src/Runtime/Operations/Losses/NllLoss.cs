using System.Numerics;
using TypedTensors.Kernels.Losses;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The negative log-probability of the right class: <c>-weight[target] logProbabilities[target]</c>.</summary>
    /// <remarks>
    /// The mean over no positions is NaN.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="logProbabilities">Shape (classes), (n, classes) or (n, classes, ...): for each position a logarithm of a probability for each class.</param>
    /// <param name="target">For each position the class, of the shape of <paramref name="logProbabilities"/> without the dimension of classes.</param>
    /// <param name="weight">Shape (classes): the weight of positions of each class. No gradient reaches it.</param>
    /// <param name="reduction">
    /// Whether the result is the mean of all, which divides by the sum of the weights of their classes, their sum, or each for itself.
    /// </param>
    /// <param name="ignoreIndex">A number in <paramref name="target"/> that stands for no class: its positions do not count, neither in the mean's divisor.</param>
    /// <returns>A scalar, or a tensor of the shape of <paramref name="target"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An element of <paramref name="target"/> is not a class.</exception>
    [Operation(typeof(NllLossOperation<,>), Saves = Saved.Inputs, Linearity = Linearity.Together, Differentiable = "logProbabilities")]
    [return: Shape("...choose(reduction, reduce(target), reduce(target), target)")]
    public static Tensor<T> NllLoss<T>(
        [Shape("..., _")] Tensor<T> logProbabilities,
        [Shape("drop(logProbabilities, min(1, rank(logProbabilities) - 1))")] Tensor<int> target,
        [Shape("size(logProbabilities, min(1, rank(logProbabilities) - 1))")] Tensor<T> weight,
        Reduction reduction = Reduction.Mean,
        int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<NllLossOperation<T, int>, T, int, T, T>(new NllLossOperation<T, int>(reduction, ignoreIndex), logProbabilities, target, weight);

    /// <inheritdoc cref="NllLoss{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    [FormOf(typeof(Ops), nameof(NllLoss))]
    public static Tensor<T> NllLoss<T>(Tensor<T> logProbabilities, Tensor<long> target, Tensor<T> weight, Reduction reduction = Reduction.Mean, int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<NllLossOperation<T, long>, T, long, T, T>(new NllLossOperation<T, long>(reduction, ignoreIndex), logProbabilities, target, weight);

    /// <inheritdoc cref="NllLoss{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    [FormOf(typeof(Ops), nameof(NllLoss), Implementation = typeof(NllLossWithoutWeightOperation<,>))]
    public static Tensor<T> NllLoss<T>(Tensor<T> logProbabilities, Tensor<int> target, Reduction reduction = Reduction.Mean, int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<NllLossWithoutWeightOperation<T, int>, T, int, T>(new NllLossWithoutWeightOperation<T, int>(reduction, ignoreIndex), logProbabilities, target);

    /// <inheritdoc cref="NllLoss{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    [FormOf(typeof(Ops), nameof(NllLoss), Implementation = typeof(NllLossWithoutWeightOperation<,>))]
    public static Tensor<T> NllLoss<T>(Tensor<T> logProbabilities, Tensor<long> target, Reduction reduction = Reduction.Mean, int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<NllLossWithoutWeightOperation<T, long>, T, long, T>(new NllLossWithoutWeightOperation<T, long>(reduction, ignoreIndex), logProbabilities, target);
}

/// <summary>Takes negative log-probabilities, weighted by class.</summary>
/// <typeparam name="T">The element type of the scores.</typeparam>
/// <typeparam name="TClass">The integer type of the classes.</typeparam>
/// <param name="reduction">What becomes of the losses of the positions.</param>
/// <param name="ignoreIndex">The class whose positions do not count.</param>
public readonly struct NllLossOperation<T, TClass>(Reduction reduction, int? ignoreIndex) : IOperation<T, TClass, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.NllLoss));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        LossShape.TryClassify(first, second, third, reduction, out Shape shape) ? shape : throw Contract.Refuse(first, second, third, reduction, ignoreIndex);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<TClass> second, TensorView<T> third, TensorView<T> result) =>
        ClassLosses<NegativeScore<T>, T, TClass>.Forward(Contract.Name, reduction, ignoreIndex, first, second, third, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<TClass> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<TClass> secondCotangent,
        TensorView<T> thirdCotangent) =>
        ClassLosses<NegativeScore<T>, T, TClass>.Pullback(Contract.Name, reduction, ignoreIndex, cotangent, first, second, third, firstCotangent);
}

/// <summary>Takes negative log-probabilities.</summary>
/// <typeparam name="T">The element type of the scores.</typeparam>
/// <typeparam name="TClass">The integer type of the classes.</typeparam>
/// <param name="reduction">What becomes of the losses of the positions.</param>
/// <param name="ignoreIndex">The class whose positions do not count.</param>
public readonly struct NllLossWithoutWeightOperation<T, TClass>(Reduction reduction, int? ignoreIndex) : IOperation<T, TClass, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <inheritdoc/>
    public static OperationContract Contract => NllLossOperation<T, TClass>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        LossShape.TryClassify(left, right, weight: null, reduction, out Shape shape) ? shape : throw Contract.Refuse(left, right, null, reduction, ignoreIndex);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<TClass> right, TensorView<T> result) =>
        ClassLosses<NegativeScore<T>, T, TClass>.Forward(Contract.Name, reduction, ignoreIndex, left, right, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<TClass> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<TClass> rightCotangent) =>
        ClassLosses<NegativeScore<T>, T, TClass>.Pullback(Contract.Name, reduction, ignoreIndex, cotangent, left, right, default, leftCotangent);
}
