using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The tangent of every element, an angle in radians.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(TanFunction<>), Saves = Saved.Result)]
    [return: Shape("...x")]
    public static Tensor<T> Tan<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<TanFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Tan{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Tan))]
        public Tensor<T> Tan() => Ops.Tan(x);
    }
}

/// <summary>tan x, whose derivative is 1 + tan^2 x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct TanFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Tan));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElement>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * TLanes.MultiplyAdd(result, result, TLanes.One);

    private readonly struct OfElement : IScalarFunction<T>
    {
        public static T Apply(T x) => T.Tan(x);

        public static Tensor<T> Apply(Tensor<T> x) => Ops.Tan(x);
    }
}
