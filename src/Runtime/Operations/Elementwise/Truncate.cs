using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Each element without its fraction.</summary>
    /// <remarks>Integers stay what they are. The gradient is 0 everywhere.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(TruncateFunction<>))]
    [return: Shape("...x")]
    public static Tensor<T> Truncate<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<TruncateFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Truncate{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Truncate))]
        public Tensor<T> Truncate() => Ops.Truncate(x);
    }
}

/// <summary>The whole number towards zero, which does not move with its argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct TruncateFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Truncate));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(x, TLanes.Zero), -TLanes.Floor(-x), TLanes.Floor(x));

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;
}
