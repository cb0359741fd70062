using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The inverse tangent of every element, in radians.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(AtanFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Atan<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<AtanFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Atan{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Atan))]
        public Tensor<T> Atan() => Ops.Atan(x);
    }
}

/// <summary>arctan x, whose derivative is 1/(1 + x^2).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct AtanFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Atan));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElement>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent / TLanes.MultiplyAdd(x, x, TLanes.One);

    private readonly struct OfElement : IScalarFunction<T>
    {
        public static T Apply(T x) => T.Atan(x);

        public static Tensor<T> Apply(Tensor<T> x) => Ops.Atan(x);
    }
}
