using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Conversions;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The quotient of each pair of integers as a floating-point number.</summary>
    /// <remarks>The operator <c>/</c> on integers truncates, as in C#.</remarks>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <typeparam name="TResult">The element type of the result.</typeparam>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(TrueDivideOperation<,>), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<TResult> TrueDivide<T, TResult>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IBinaryInteger<T>
        where TResult : unmanaged, IFloatingPointIeee754<TResult> => Eager.Run<TrueDivideOperation<T, TResult>, T, T, TResult>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, IBinaryInteger<T>
    {
        /// <inheritdoc cref="Ops.TrueDivide{T, TResult}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.TrueDivide))]
        public Tensor<float> TrueDivide(Tensor<T> right) => Ops.TrueDivide<T, float>(left, right);

        /// <inheritdoc cref="Ops.TrueDivide{T, TResult}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.TrueDivide))]
        public Tensor<float> TrueDivide(T right) => Ops.TrueDivide<T, float>(left, Tensor.Scalar(right));
    }
}

/// <summary>Converts both arguments, then divides.</summary>
/// <typeparam name="T">The element type of the arguments.</typeparam>
/// <typeparam name="TResult">The element type of the result.</typeparam>
public readonly struct TrueDivideOperation<T, TResult> : IOperation<T, T, TResult>
    where T : unmanaged, IBinaryInteger<T>
    where TResult : unmanaged, IFloatingPointIeee754<TResult>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.TrueDivide));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) => Broadcasting.Combine(left, right, Contract);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<TResult> result)
    {
        ElementConversion.Run<NumberToNumber<T, TResult>, T, TResult>(left, result);
        int count = right.ElementCount;
        TResult[] memory = ArrayPool<TResult>.Shared.Rent(Math.Max(1, count));
        Span<int> strides = stackalloc int[right.Rank];
        Shape.RowMajorStrides(right.Sizes, strides);
        TensorView<TResult> divisor = new(memory.AsSpan(0, count), right.Sizes, strides);
        ElementConversion.Run<NumberToNumber<T, TResult>, T, TResult>(right, divisor);
        ElementwiseDriver.Run<BinaryForward<DivideFunction<TResult>, TResult>, TResult, TResult, TResult>(result, divisor, default, default, result);
        ArrayPool<TResult>.Shared.Return(memory);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<TResult> cotangent, TensorView<T> left, TensorView<T> right, TensorView<TResult> result, TensorView<T> leftCotangent, TensorView<T> rightCotangent) =>
        throw new NotSupportedException("TrueDivide: integers have no gradient.");
}
