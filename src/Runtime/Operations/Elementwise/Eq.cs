using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where <c>left == right</c>. A method, because <c>==</c> on tensors compares references, as on every class.</summary>
    /// <typeparam name="T">The element type of the arguments.</typeparam>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>Truth values of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(EqPredicate<>), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<bool> Eq<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Compare<EqPredicate<T>, T>(left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Eq{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Eq))]
        public Tensor<bool> Eq(Tensor<T> right) => Ops.Eq(left, right);

        /// <inheritdoc cref="Ops.Eq{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Eq))]
        public Tensor<bool> Eq(T right) => Ops.Eq(left, Tensor.Scalar(right));
    }
}

/// <summary>left == right.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct EqPredicate<T> : IPredicate<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Eq));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Equal(left, right);
}
