using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where <c>left &gt; right</c>.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>Truth values of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(GreaterPredicate<>), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<bool> Greater<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Compare<GreaterPredicate<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Greater{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Greater))]
        public static Tensor<bool> operator >(Tensor<T> left, Tensor<T> right) => Ops.Greater(left, right);

        /// <inheritdoc cref="Ops.Greater{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Greater))]
        public static Tensor<bool> operator >(Tensor<T> left, T right) => Ops.Greater(left, Tensor.Scalar(right));

        /// <inheritdoc cref="Ops.Greater{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Greater))]
        public static Tensor<bool> operator >(T left, Tensor<T> right) => Ops.Greater(Tensor.Scalar(left), right);
    }
}

/// <summary>left &gt; right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct GreaterPredicate<T> : IPredicate<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Greater));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Less(right, left);
}
