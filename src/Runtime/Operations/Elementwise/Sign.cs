using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The sign of every element: -1, 0 or 1; 0 for NaN.</summary>
    /// <remarks>The gradient is 0 everywhere.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(SignFunction<>))]
    [return: Shape("...x")]
    public static Tensor<T> Sign<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<SignFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Sign{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Sign))]
        public Tensor<T> Sign() => Ops.Sign(x);
    }
}

/// <summary>The sign, which does not move with its argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SignFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Sign));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(x, TLanes.Zero), -TLanes.One, TLanes.Select(TLanes.Less(TLanes.Zero, x), TLanes.One, TLanes.Zero));

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;
}
