using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The whole number nearest to each element, the even one of two as near.</summary>
    /// <remarks>Integers stay what they are. The gradient is 0 everywhere.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(RoundFunction<>))]
    [return: Shape("...x")]
    public static Tensor<T> Round<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<RoundFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Round{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Round))]
        public Tensor<T> Round() => Ops.Round(x);
    }
}

/// <summary>The nearest whole number, which does not move with its argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct RoundFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Round));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Round(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;
}
