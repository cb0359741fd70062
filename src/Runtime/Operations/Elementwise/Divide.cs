using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The quotient <c>left / right</c>: C#'s, so that integers truncate and their division by zero throws.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    /// <exception cref="DivideByZeroException">An integer is divided by zero.</exception>
    [Operation(typeof(DivideFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Divide<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<DivideFunction<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Divide))]
        public static Tensor<T> operator /(Tensor<T> left, Tensor<T> right) => Ops.Divide(left, right);

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Divide))]
        public static Tensor<T> operator /(Tensor<T> left, T right) => Ops.Divide(left, Tensor.Scalar(right));

        /// <inheritdoc cref="Ops.Divide{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Divide))]
        public static Tensor<T> operator /(T left, Tensor<T> right) => Ops.Divide(Tensor.Scalar(left), right);
    }
}

/// <summary>left / right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct DivideFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Divide));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => left / right;

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent / right;

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent * (left / right) / right;
}
