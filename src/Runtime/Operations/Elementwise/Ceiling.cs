using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The least whole number that is not less than each element.</summary>
    /// <remarks>Integers stay what they are. The gradient is 0 everywhere.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(CeilingFunction<>))]
    [return: Shape("...x")]
    public static Tensor<T> Ceiling<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<CeilingFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Ceiling{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Ceiling))]
        public Tensor<T> Ceiling() => Ops.Ceiling(x);
    }
}

/// <summary>The whole number above, which does not move with its argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct CeilingFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Ceiling));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => -TLanes.Floor(-x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;
}
