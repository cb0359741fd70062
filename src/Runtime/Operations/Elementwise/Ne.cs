using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where <c>left != right</c>; NaN differs from everything, itself included.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>Truth values of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(NePredicate<>), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<bool> Ne<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Compare<NePredicate<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Ne{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Ne))]
        public Tensor<bool> Ne(Tensor<T> right) => Ops.Ne(left, right);

        /// <inheritdoc cref="Ops.Ne{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Ne))]
        public Tensor<bool> Ne(T right) => Ops.Ne(left, Tensor.Scalar(right));
    }
}

/// <summary>left != right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct NePredicate<T> : IPredicate<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Ne));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Not(TLanes.Equal(left, right));
}
