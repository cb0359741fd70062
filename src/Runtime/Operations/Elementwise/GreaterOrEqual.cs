using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where <c>left &gt;= right</c>.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>Truth values of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(GreaterOrEqualPredicate<>), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<bool> GreaterOrEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Compare<GreaterOrEqualPredicate<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.GreaterOrEqual{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.GreaterOrEqual))]
        public static Tensor<bool> operator >=(Tensor<T> left, Tensor<T> right) => Ops.GreaterOrEqual(left, right);

        /// <inheritdoc cref="Ops.GreaterOrEqual{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.GreaterOrEqual))]
        public static Tensor<bool> operator >=(Tensor<T> left, T right) => Ops.GreaterOrEqual(left, Tensor.Scalar(right));

        /// <inheritdoc cref="Ops.GreaterOrEqual{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.GreaterOrEqual))]
        public static Tensor<bool> operator >=(T left, Tensor<T> right) => Ops.GreaterOrEqual(Tensor.Scalar(left), right);
    }
}

/// <summary>left &gt;= right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct GreaterOrEqualPredicate<T> : IPredicate<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.GreaterOrEqual));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.LessOrEqual(right, left);
}
