using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Losses;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The binary cross-entropy of probabilities that are given as logits: <c>-weight (posWeight y log(sigmoid(x)) + (1 - y) log(1 - sigmoid(x)))</c>.</summary>
    /// <remarks>It is computed from the logits themselves, so that large ones neither overflow nor lose their digits.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The logits, of any shape.</param>
    /// <param name="y">The probabilities that they should be, from 0 to 1, of the same shape.</param>
    /// <param name="weight">The factor of each loss, broadcast to that shape; a number counts as a scalar. No gradient reaches it.</param>
    /// <param name="posWeight">The factor of the part with y, likewise: above 1 it makes misses costlier than false alarms. No gradient reaches it.</param>
    /// <param name="reduction">Whether the result is the mean of all, which of nothing is NaN, their sum, or each for itself. The weights do not count in the mean's divisor.</param>
    /// <returns>A scalar, or a tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The shapes differ, or weights cannot be broadcast to them.</exception>
    [Operation(typeof(BceWithLogitsOperation<>), Saves = Saved.Inputs, Differentiable = "x, y")]
    [return: Shape("...choose(reduction, reduce(expand(weight, x)), reduce(expand(posWeight, x)), x)")]
    public static Tensor<T> BceWithLogits<T>(
        [Shape("...s")] Tensor<T> x, [Shape("...s")] Tensor<T> y, Tensor<T> weight, Tensor<T> posWeight, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Eager.Run<BceWithLogitsOperation<T>, T, T, T, T, T>(new BceWithLogitsOperation<T>(reduction), x, y, weight, posWeight);

    /// <inheritdoc cref="BceWithLogits{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Reduction)"/>
    [FormOf(typeof(Ops), nameof(BceWithLogits))]
    public static Tensor<T> BceWithLogits<T>(Tensor<T> x, Tensor<T> y, Tensor<T> weight, double posWeight = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> => BceWithLogits(x, y, weight, Tensor.Scalar(T.CreateChecked(posWeight)), reduction);

    /// <inheritdoc cref="BceWithLogits{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Reduction)"/>
    [FormOf(typeof(Ops), nameof(BceWithLogits))]
    public static Tensor<T> BceWithLogits<T>(Tensor<T> x, Tensor<T> y, double weight, Tensor<T> posWeight, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> => BceWithLogits(x, y, Tensor.Scalar(T.CreateChecked(weight)), posWeight, reduction);

    /// <inheritdoc cref="BceWithLogits{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{T}, Reduction)"/>
    [FormOf(typeof(Ops), nameof(BceWithLogits))]
    public static Tensor<T> BceWithLogits<T>(Tensor<T> x, Tensor<T> y, double weight = 1, double posWeight = 1, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        BceWithLogits(x, y, Tensor.Scalar(T.CreateChecked(weight)), Tensor.Scalar(T.CreateChecked(posWeight)), reduction);
}

/// <summary>Takes binary cross-entropies, and their mean or sum.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of the elements.</param>
public readonly struct BceWithLogitsOperation<T>(Reduction reduction) : IOperation<T, T, T, T, T>, IRecordedPullback<T, T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.BceWithLogits));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third, Shape fourth) =>
        first == second && LossShape.Spreads(third, first) && LossShape.Spreads(fourth, first) && LossShape.TryReduce(first, reduction, out Shape shape)
            ? shape
            : throw Contract.Refuse(first, second, third, fourth, reduction);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<T> result) =>
        ElementLosses<Entropy, T>.Forward(reduction, first, second, third, fourth, result);

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
        TensorView<T> fourthCotangent) =>
        ElementLosses<Entropy, T>.Pullback(reduction, cotangent, first, second, third, fourth, firstCotangent, secondCotangent);

    /// <summary>
    /// w ((1 - y) x + (1 + (p - 1) y) s), where s = log(1 + e^-x); the derivatives are w ((1 + (p - 1) y) sigmoid(x) - p y) and w ((p - 1) s - x).
    /// </summary>
    private readonly struct Entropy : IElementLoss<T>
    {
        public static bool IsWeighted => true;

        public static TLanes Loss<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
            where TLanes : struct, ILanes<TLanes, T> =>
            weight * (((TLanes.One - y) * x) + ((TLanes.One + ((posWeight - TLanes.One) * y)) * Bend(x)));

        public static TLanes SlopeOfX<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
            where TLanes : struct, ILanes<TLanes, T> =>
            weight * (((TLanes.One + ((posWeight - TLanes.One) * y)) * TLanes.Sigmoid(x)) - (posWeight * y));

        public static TLanes SlopeOfY<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
            where TLanes : struct, ILanes<TLanes, T> => weight * (((posWeight - TLanes.One) * Bend(x)) - x);

        /// <summary>log(1 + e^-x), the exponential never above 1.</summary>
        private static TLanes Bend<TLanes>(TLanes x)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Max(-x, TLanes.Zero) + LogP1Function<T>.Apply(TLanes.Exp(-TLanes.Abs(x)));
    }

    /// <inheritdoc/>
    public (Tensor<T>? First, Tensor<T>? Second, Tensor<T>? Third, Tensor<T>? Fourth) RecordedPullback(
        Tensor<T> cotangent, Tensor<T>? first, Tensor<T>? second, Tensor<T>? third, Tensor<T>? fourth, Tensor<T>? result)
    {
        Reduction how = reduction;
        (Tensor<T> ofX, Tensor<T> ofY) = Composition.Pullback(cotangent, first!, second!, (x, y) =>
        {
            Tensor<T> bend = Ops.Maximum(-x, T.Zero) + Ops.LogP1(Ops.Exp(-Ops.Abs(x)));
            return LossShape.Reduce(third! * (((T.One - y) * x) + ((T.One + ((fourth! - T.One) * y)) * bend)), how);
        });
        return (ofX, ofY, null, null);
    }
}
