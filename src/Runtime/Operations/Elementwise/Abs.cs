using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Every element without its sign.</summary>
    /// <remarks>The least integer of a type stays what it is, as it has no positive counterpart. The gradient at 0 is 0.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(AbsFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Abs<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<AbsFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Abs{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Abs))]
        public Tensor<T> Abs() => Ops.Abs(x);
    }
}

/// <summary>|x|, whose derivative is the sign, and 0 at 0 and at NaN.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct AbsFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Abs));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Abs(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(x, TLanes.Zero), -cotangent, TLanes.Select(TLanes.Less(TLanes.Zero, x), cotangent, TLanes.Zero));
}
