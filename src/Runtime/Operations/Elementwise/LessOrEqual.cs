using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where <c>left &lt;= right</c>.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>Truth values of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(LessOrEqualPredicate<>), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<bool> LessOrEqual<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Compare<LessOrEqualPredicate<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.LessOrEqual{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.LessOrEqual))]
        public static Tensor<bool> operator <=(Tensor<T> left, Tensor<T> right) => Ops.LessOrEqual(left, right);

        /// <inheritdoc cref="Ops.LessOrEqual{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.LessOrEqual))]
        public static Tensor<bool> operator <=(Tensor<T> left, T right) => Ops.LessOrEqual(left, Tensor.Scalar(right));

        /// <inheritdoc cref="Ops.LessOrEqual{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.LessOrEqual))]
        public static Tensor<bool> operator <=(T left, Tensor<T> right) => Ops.LessOrEqual(Tensor.Scalar(left), right);
    }
}

/// <summary>left &lt;= right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct LessOrEqualPredicate<T> : IPredicate<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LessOrEqual));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.LessOrEqual(left, right);
}
