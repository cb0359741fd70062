using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The inverse cosine of every element, in radians; NaN beyond -1 and 1.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(AcosFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Acos<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<AcosFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Acos{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Acos))]
        public Tensor<T> Acos() => Ops.Acos(x);
    }
}

/// <summary>arccos x, whose derivative is -1/sqrt(1 - x^2).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct AcosFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Acos));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElement>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent / TLanes.Sqrt(TLanes.One - (x * x));

    private readonly struct OfElement : IScalarFunction<T>
    {
        public static T Apply(T x) => T.Acos(x);

        public static Tensor<T> Apply(Tensor<T> x) => Ops.Acos(x);
    }
}
