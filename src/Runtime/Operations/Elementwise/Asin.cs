using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The inverse sine of every element, in radians; NaN beyond -1 and 1.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(AsinFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Asin<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<AsinFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Asin{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Asin))]
        public Tensor<T> Asin() => Ops.Asin(x);
    }
}

/// <summary>arcsin x, whose derivative is 1/sqrt(1 - x^2).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct AsinFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Asin));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElement>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent / TLanes.Sqrt(TLanes.One - (x * x));

    private readonly struct OfElement : IScalarFunction<T>
    {
        public static T Apply(T x) => T.Asin(x);

        public static Tensor<T> Apply(Tensor<T> x) => Ops.Asin(x);
    }
}
