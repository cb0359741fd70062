using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The largest whole number that is not more than each element.</summary>
    /// <remarks>Integers stay what they are. The gradient is 0 everywhere.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(FloorFunction<>))]
    [return: Shape("...x")]
    public static Tensor<T> Floor<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<FloorFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Floor{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Floor))]
        public Tensor<T> Floor() => Ops.Floor(x);
    }
}

/// <summary>The whole number below, which does not move with its argument.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct FloorFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Floor));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Floor(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;
}
