using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The product <c>left * right</c>, element by element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The first factor.</param>
    /// <param name="right">The second factor; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(MultiplyFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Multiply<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<MultiplyFunction<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Multiply))]
        public static Tensor<T> operator *(Tensor<T> left, Tensor<T> right) => Ops.Multiply(left, right);

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Multiply))]
        public static Tensor<T> operator *(Tensor<T> left, T right) => Ops.Multiply(left, Tensor.Scalar(right));

        /// <inheritdoc cref="Ops.Multiply{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Multiply))]
        public static Tensor<T> operator *(T left, Tensor<T> right) => Ops.Multiply(Tensor.Scalar(left), right);
    }
}

/// <summary>left * right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MultiplyFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Multiply));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => left * right;

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * right;

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * left;
}
