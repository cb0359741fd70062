using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Losses;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The negative log-probability of the right class, from logits: <c>weight[target] (log(sum(exp(logits))) - logits[target])</c>.</summary>
    /// <remarks>
    /// It is computed so that large logits do not overflow. The mean over no positions is NaN.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="logits">Shape (classes), (n, classes) or (n, classes, ...): for each position a number for each class.</param>
    /// <param name="target">For each position the class, of the shape of <paramref name="logits"/> without the dimension of classes.</param>
    /// <param name="weight">Shape (classes): the weight of positions of each class. No gradient reaches it.</param>
    /// <param name="reduction">
    /// Whether the result is the mean of all, which divides by the sum of the weights of their classes, their sum, or each for itself.
    /// </param>
    /// <param name="ignoreIndex">A number in <paramref name="target"/> that stands for no class: its positions do not count, neither in the mean's divisor.</param>
    /// <returns>A scalar, or a tensor of the shape of <paramref name="target"/>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An element of <paramref name="target"/> is not a class.</exception>
    [Operation(typeof(WeightedCrossEntropyOperation<,>), Saves = Saved.Inputs, Differentiable = "logits")]
    [return: Shape("...choose(reduction, reduce(target), reduce(target), target)")]
    public static Tensor<T> CrossEntropy<T>(
        [Shape("..., _")] Tensor<T> logits,
        [Shape("drop(logits, min(1, rank(logits) - 1))")] Tensor<int> target,
        [Shape("size(logits, min(1, rank(logits) - 1))")] Tensor<T> weight,
        Reduction reduction = Reduction.Mean,
        int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<WeightedCrossEntropyOperation<T, int>, T, int, T, T>(new WeightedCrossEntropyOperation<T, int>(reduction, ignoreIndex), logits, target, weight);

    /// <inheritdoc cref="CrossEntropy{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    [FormOf(typeof(Ops), nameof(CrossEntropy))]
    public static Tensor<T> CrossEntropy<T>(Tensor<T> logits, Tensor<long> target, Tensor<T> weight, Reduction reduction = Reduction.Mean, int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<WeightedCrossEntropyOperation<T, long>, T, long, T, T>(new WeightedCrossEntropyOperation<T, long>(reduction, ignoreIndex), logits, target, weight);

    /// <inheritdoc cref="CrossEntropy{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    [FormOf(typeof(Ops), nameof(CrossEntropy), Implementation = typeof(ReducedCrossEntropyOperation<,>))]
    public static Tensor<T> CrossEntropy<T>(Tensor<T> logits, Tensor<int> target, Reduction reduction, int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<ReducedCrossEntropyOperation<T, int>, T, int, T>(new ReducedCrossEntropyOperation<T, int>(reduction, ignoreIndex), logits, target);

    /// <inheritdoc cref="CrossEntropy{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    [FormOf(typeof(Ops), nameof(CrossEntropy), Implementation = typeof(ReducedCrossEntropyOperation<,>))]
    public static Tensor<T> CrossEntropy<T>(Tensor<T> logits, Tensor<long> target, Reduction reduction, int? ignoreIndex = null)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<ReducedCrossEntropyOperation<T, long>, T, long, T>(new ReducedCrossEntropyOperation<T, long>(reduction, ignoreIndex), logits, target);

    /// <inheritdoc cref="CrossEntropy{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    /// <returns>The mean, a scalar.</returns>
    [FormOf(typeof(Ops), nameof(CrossEntropy), Implementation = typeof(CrossEntropyOperation<,>))]
    public static Tensor<T> CrossEntropy<T>(Tensor<T> logits, Tensor<int> target)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<CrossEntropyOperation<T, int>, T, int, T>(default, logits, target);

    /// <inheritdoc cref="CrossEntropy{T}(Tensor{T}, Tensor{int}, Tensor{T}, Reduction, int?)"/>
    /// <returns>The mean, a scalar.</returns>
    [FormOf(typeof(Ops), nameof(CrossEntropy), Implementation = typeof(CrossEntropyOperation<,>))]
    public static Tensor<T> CrossEntropy<T>(Tensor<T> logits, Tensor<long> target)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<CrossEntropyOperation<T, long>, T, long, T>(default, logits, target);
}

/// <summary>Takes negative log-probabilities from logits, weighted by class.</summary>
/// <typeparam name="T">The element type of the scores.</typeparam>
/// <typeparam name="TClass">The integer type of the classes.</typeparam>
/// <param name="reduction">What becomes of the losses of the positions.</param>
/// <param name="ignoreIndex">The class whose positions do not count.</param>
public readonly struct WeightedCrossEntropyOperation<T, TClass>(Reduction reduction, int? ignoreIndex) : IOperation<T, TClass, T, T>, IRecordedPullback<T, TClass, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.CrossEntropy));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        LossShape.TryClassify(first, second, third, reduction, out Shape shape) ? shape : throw Contract.Refuse(first, second, third, reduction, ignoreIndex);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<TClass> second, TensorView<T> third, TensorView<T> result) =>
        ClassLosses<NegativeLogSoftmax<T>, T, TClass>.Forward(Contract.Name, reduction, ignoreIndex, first, second, third, result);

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
        ClassLosses<NegativeLogSoftmax<T>, T, TClass>.Pullback(Contract.Name, reduction, ignoreIndex, cotangent, first, second, third, firstCotangent);

    /// <inheritdoc/>
    public (Tensor<T>? First, Tensor<TClass>? Second, Tensor<T>? Third) RecordedPullback(
        Tensor<T> cotangent, Tensor<T>? first, Tensor<TClass>? second, Tensor<T>? third, Tensor<T>? result)
    {
        (Reduction how, int? ignored) = (reduction, ignoreIndex);
        return (
            Composition.Pullback(cotangent, first!, x => Eager.Run<NllLossOperation<T, TClass>, T, TClass, T, T>(
                new(how, ignored), Ops.LogSoftmax(x, LossShape.ClassAxis(x.Rank)), second!, third!)),
            null, null);
    }
}

/// <summary>Takes negative log-probabilities from logits.</summary>
/// <typeparam name="T">The element type of the scores.</typeparam>
/// <typeparam name="TClass">The integer type of the classes.</typeparam>
/// <param name="reduction">What becomes of the losses of the positions.</param>
/// <param name="ignoreIndex">The class whose positions do not count.</param>
public readonly struct ReducedCrossEntropyOperation<T, TClass>(Reduction reduction, int? ignoreIndex) : IOperation<T, TClass, T>, IRecordedPullback<T, TClass, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <inheritdoc/>
    public static OperationContract Contract => WeightedCrossEntropyOperation<T, TClass>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        LossShape.TryClassify(left, right, weight: null, reduction, out Shape shape) ? shape : throw Contract.Refuse(left, right, null, reduction, ignoreIndex);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<TClass> right, TensorView<T> result) =>
        ClassLosses<NegativeLogSoftmax<T>, T, TClass>.Forward(Contract.Name, reduction, ignoreIndex, left, right, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<TClass> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<TClass> rightCotangent) =>
        ClassLosses<NegativeLogSoftmax<T>, T, TClass>.Pullback(Contract.Name, reduction, ignoreIndex, cotangent, left, right, default, leftCotangent);

    /// <inheritdoc/>
    public (Tensor<T>? Left, Tensor<TClass>? Right) RecordedPullback(
        Tensor<T> cotangent, Tensor<T>? left, Tensor<TClass>? right, Tensor<T>? result)
    {
        (Reduction how, int? ignored) = (reduction, ignoreIndex);
        return (
            Composition.Pullback(cotangent, left!, x => Eager.Run<NllLossWithoutWeightOperation<T, TClass>, T, TClass, T>(
                new(how, ignored), Ops.LogSoftmax(x, LossShape.ClassAxis(x.Rank)), right!)),
            null);
    }
}

/// <summary>The mean negative log-probability of the right class.</summary>
/// <typeparam name="T">The element type of the logits.</typeparam>
/// <typeparam name="TClass">The integer type of the classes.</typeparam>
public readonly struct CrossEntropyOperation<T, TClass> : IGradientInForward<T, TClass, T>, IRecordedPullback<T, TClass, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <inheritdoc/>
    public static OperationContract Contract => WeightedCrossEntropyOperation<T, TClass>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        LossShape.TryClassify(left, right, weight: null, Reduction.Mean, out Shape shape)
            ? shape
            : throw Contract.Refuse(left, right, null, Reduction.Mean, null);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<TClass> right, TensorView<T> result) =>
        result.First = CrossEntropyKernel.Mean(left, right, LossShape.ClassAxis(left.Rank), T.One, gradient: default);

    /// <inheritdoc/>
    public void ForwardAndGradient(TensorView<T> left, TensorView<TClass> right, TensorView<T> result, TensorView<T> leftGradient) =>
        result.First = CrossEntropyKernel.Mean(left, right, LossShape.ClassAxis(left.Rank), T.One, leftGradient);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<TClass> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<TClass> rightCotangent) =>
        CrossEntropyKernel.Mean(left, right, LossShape.ClassAxis(left.Rank), cotangent.First, leftCotangent);

    /// <inheritdoc/>
    public (Tensor<T>? Left, Tensor<TClass>? Right) RecordedPullback(Tensor<T> cotangent, Tensor<T>? left, Tensor<TClass>? right, Tensor<T>? result) =>
        new ReducedCrossEntropyOperation<T, TClass>(Reduction.Mean, null).RecordedPullback(cotangent, left, right, result);
}
