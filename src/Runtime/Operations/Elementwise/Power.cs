using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The power <c>left ^ right</c>, with the special cases of <see cref="Math.Pow"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The base.</param>
    /// <param name="right">The exponent; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(PowerFunction<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Power<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Zip<PowerFunction<T>, T>(left, right);

    /// <inheritdoc cref="Power{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Power))]
    public static Tensor<T> Power<T>(Tensor<T> left, T right)
        where T : unmanaged, IFloatingPointIeee754<T> => Power(left, Tensor.Scalar(right));

    /// <inheritdoc cref="Power{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Power))]
    public static Tensor<T> Power<T>(T left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T> => Power(Tensor.Scalar(left), right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Power{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Power))]
        public Tensor<T> Power(Tensor<T> right) => Ops.Power(left, right);

        /// <inheritdoc cref="Ops.Power{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Power))]
        public Tensor<T> Power(T right) => Ops.Power(left, Tensor.Scalar(right));
    }
}

/// <summary>
/// left ^ right. As in PyTorch the derivative by the base is 0 where the exponent is 0, and the derivative by the exponent is 0 where
/// the base is 0 and the exponent not negative: the limits, where the formulas give 0 * infinity.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct PowerFunction<T> : IBinaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Power));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Power(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(TLanes.Equal(right, TLanes.Zero), TLanes.Zero, cotangent * right * TLanes.Power(left, right - TLanes.One));

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes gradient = cotangent * result * TLanes.Log(left);
        TLanes atZeroBase = TLanes.Select(TLanes.LessOrEqual(TLanes.Zero, right), TLanes.Zero, gradient);
        return TLanes.Select(TLanes.Equal(left, TLanes.Zero), atZeroBase, gradient);
    }
}
