using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The difference <c>left - right</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The minuend.</param>
    /// <param name="right">The subtrahend; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(SubtractFunction<>), Passes = "left")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Subtract<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<SubtractFunction<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Subtract))]
        public static Tensor<T> operator -(Tensor<T> left, Tensor<T> right) => Ops.Subtract(left, right);

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Subtract))]
        public static Tensor<T> operator -(Tensor<T> left, T right) => Ops.Subtract(left, Tensor.Scalar(right));

        /// <inheritdoc cref="Ops.Subtract{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Subtract))]
        public static Tensor<T> operator -(T left, Tensor<T> right) => Ops.Subtract(Tensor.Scalar(left), right);
    }
}

/// <summary>left - right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SubtractFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Subtract));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => left - right;

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent;

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent;
}
