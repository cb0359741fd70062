using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The hyperbolic sine of every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(SinhFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Sinh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<SinhFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Sinh{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Sinh))]
        public Tensor<T> Sinh() => Ops.Sinh(x);
    }
}

/// <summary>sinh x, whose derivative is cosh x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SinhFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Sinh));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<HyperbolicSineOfElement<T>>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * TLanes.Map<HyperbolicCosineOfElement<T>>(x);
}
