using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The negative <c>-x</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(NegateFunction<>))]
    [return: Shape("...x")]
    public static Tensor<T> Negate<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<NegateFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T>)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Negate{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Negate))]
        public static Tensor<T> operator -(Tensor<T> x) => Ops.Negate(x);
    }
}

/// <summary>-x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct NegateFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Negate));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => -x;

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent;
}
