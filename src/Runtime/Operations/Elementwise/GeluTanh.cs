using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The Gaussian error linear unit of every element, approximated with the hyperbolic tangent.</summary>
    /// <remarks>Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016, section 2; within 0.0005 of <see cref="Gelu{T}(Tensor{T})"/>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(GeluTanhFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> GeluTanh<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<GeluTanhFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.GeluTanh{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.GeluTanh))]
        public Tensor<T> GeluTanh() => Ops.GeluTanh(x);
    }
}

/// <summary>0.5 x (1 + tanh(u)) with u = sqrt(2/pi) (x + 0.044715 x^3), whose derivative is 0.5 (1 + tanh u) + 0.5 x (1 - tanh^2 u) u'.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct GeluTanhFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.GeluTanh));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Broadcast(T.CreateChecked(0.5)) * x * (TLanes.One + TLanes.Tanh(Inner(x)));

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes half = TLanes.Broadcast(T.CreateChecked(0.5));
        TLanes tanh = TLanes.Tanh(Inner(x));
        TLanes slope = TLanes.Broadcast(T.CreateChecked(Scale)) * TLanes.MultiplyAdd(TLanes.Broadcast(T.CreateChecked(3 * Cubic)), x * x, TLanes.One);
        return cotangent * half * (TLanes.One + tanh + (x * (TLanes.One - (tanh * tanh)) * slope));
    }

    private const double Scale = 0.7978845608028654; // the root of 2/pi
    private const double Cubic = 0.044715;

    private static TLanes Inner<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Broadcast(T.CreateChecked(Scale)) * x * TLanes.MultiplyAdd(TLanes.Broadcast(T.CreateChecked(Cubic)), x * x, TLanes.One);
}
