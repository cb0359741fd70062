using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>One over the square root of every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(ReciprocalSqrtFunction<>), Saves = Saved.Result)]
    [return: Shape("...x")]
    public static Tensor<T> ReciprocalSqrt<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<ReciprocalSqrtFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.ReciprocalSqrt{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ReciprocalSqrt))]
        public Tensor<T> ReciprocalSqrt() => Ops.ReciprocalSqrt(x);
    }
}

/// <summary>x^(-1/2), whose derivative is -1/2 x^(-3/2).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ReciprocalSqrtFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ReciprocalSqrt));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.One / TLanes.Sqrt(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Broadcast(T.CreateChecked(-0.5)) * cotangent * result * result * result;
}
