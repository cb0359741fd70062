using System.Numerics;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The mean over positions of the negative log-probability of the right class, from logits.</summary>
    /// <remarks>
    /// The mean of <c>log(sum(exp(logits))) - logits[target]</c>, computed so that large logits do not overflow. The mean over no
    /// positions is NaN.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="logits">Shape (classes), (n, classes) or (n, classes, ...): for each position a number for each class.</param>
    /// <param name="target">For each position the class, of the shape of <paramref name="logits"/> without the dimension of classes.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An element of <paramref name="target"/> is not a class.</exception>
    [Operation(typeof(CrossEntropyOperation<,>), Saves = Saved.Inputs)]
    [return: Shape]
    public static Tensor<T> CrossEntropy<T>([Shape("..., _")] Tensor<T> logits, [Shape("drop(logits, min(1, rank(logits) - 1))")] Tensor<int> target)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<CrossEntropyOperation<T, int>, T, int, T>(default, logits, target);

    /// <inheritdoc cref="CrossEntropy{T}(Tensor{T}, Tensor{int})"/>
    [FormOf(typeof(Ops), nameof(CrossEntropy))]
    public static Tensor<T> CrossEntropy<T>(Tensor<T> logits, Tensor<long> target)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<CrossEntropyOperation<T, long>, T, long, T>(default, logits, target);
}

/// <summary>The mean negative log-probability of the right class.</summary>
/// <typeparam name="T">The element type of the logits.</typeparam>
/// <typeparam name="TClass">The integer type of the classes.</typeparam>
public readonly struct CrossEntropyOperation<T, TClass> : IGradientInForward<T, TClass, T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TClass : unmanaged, IBinaryInteger<TClass>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.CrossEntropy));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right)
    {
        if (left.Rank == 0)
            throw Contract.Refuse(left, right);
        int classes = ClassAxis(left.Rank);
        ReadOnlySpan<int> sizes = left.Sizes;
        return right.Sizes.SequenceEqual([.. sizes[..classes], .. sizes[(classes + 1)..]]) ? Shape.Scalar : throw Contract.Refuse(left, right);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<TClass> right, TensorView<T> result) =>
        result.First = CrossEntropyKernel.Mean(left, right, ClassAxis(left.Rank), T.One, gradient: default);

    /// <inheritdoc/>
    public void ForwardAndGradient(TensorView<T> left, TensorView<TClass> right, TensorView<T> result, TensorView<T> leftGradient) =>
        result.First = CrossEntropyKernel.Mean(left, right, ClassAxis(left.Rank), T.One, leftGradient);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<TClass> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<TClass> rightCotangent) =>
        CrossEntropyKernel.Mean(left, right, ClassAxis(left.Rank), cotangent.First, leftCotangent);

    private static int ClassAxis(int rank) => Math.Min(1, rank - 1);
}
