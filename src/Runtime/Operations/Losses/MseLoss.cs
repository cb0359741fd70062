using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Losses;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The squared differences of elements: <c>(x - y)²</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="y">A tensor of the same shape.</param>
    /// <param name="reduction">Whether the result is the mean of all, which of nothing is NaN, their sum, or each for itself.</param>
    /// <returns>A scalar, or a tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The shapes differ.</exception>
    [Operation(typeof(MseLossOperation<>), Saves = Saved.Inputs)]
    [return: Shape("...choose(reduction, reduce(x), reduce(x), x)")]
    public static Tensor<T> MseLoss<T>([Shape("...s")] Tensor<T> x, [Shape("...s")] Tensor<T> y, Reduction reduction = Reduction.Mean)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<MseLossOperation<T>, T, T, T>(new MseLossOperation<T>(reduction), x, y);
}

/// <summary>Takes squared differences, and their mean or sum.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="reduction">What becomes of the losses of the elements.</param>
public readonly struct MseLossOperation<T>(Reduction reduction) : IOperation<T, T, T>, IRecordedPullback<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.MseLoss));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left == right && LossShape.TryReduce(left, reduction, out Shape shape) ? shape : throw Contract.Refuse(left, right, reduction);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) =>
        ElementLosses<SquaredDifference, T>.Forward(reduction, left, right, default, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent) =>
        ElementLosses<SquaredDifference, T>.Pullback(reduction, cotangent, left, right, default, default, leftCotangent, rightCotangent);

    /// <summary>(x - y)^2; the derivatives are 2 (x - y) and its negative.</summary>
    private readonly struct SquaredDifference : IElementLoss<T>
    {
        public static bool IsWeighted => false;

        public static TLanes Loss<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes difference = x - y;
            return difference * difference;
        }

        public static TLanes SlopeOfX<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
            where TLanes : struct, ILanes<TLanes, T> => x - y + (x - y);

        public static TLanes SlopeOfY<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
            where TLanes : struct, ILanes<TLanes, T> => y - x + (y - x);
    }

    /// <inheritdoc/>
    public (Tensor<T>? Left, Tensor<T>? Right) RecordedPullback(Tensor<T> cotangent, Tensor<T>? left, Tensor<T>? right, Tensor<T>? result)
    {
        Reduction how = reduction;
        return Composition.Pullback(cotangent, left!, right!, (x, y) => LossShape.Reduce(Ops.Square(x - y), how));
    }
}
