using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The Gaussian error linear unit: every element times the share of the standard normal distribution below it.</summary>
    /// <remarks><c>x * Phi(x)</c>; see Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016. <see cref="GeluTanh{T}(Tensor{T})"/> is its cheaper approximation.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(GeluFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Gelu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<GeluFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Gelu{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Gelu))]
        public Tensor<T> Gelu() => Ops.Gelu(x);
    }
}

/// <summary>x Phi(x), whose derivative is Phi(x) + x phi(x), with the standard normal distribution Phi and its density phi.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct GeluFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Gelu));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => x * Below(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes density = TLanes.Broadcast(T.CreateChecked(0.3989422804014327)) * TLanes.Exp(TLanes.Broadcast(T.CreateChecked(-0.5)) * x * x);
        return cotangent * TLanes.MultiplyAdd(x, density, Below(x));
    }

    /// <summary>Phi(x) = (1 + erf(x / sqrt 2)) / 2.</summary>
    private static TLanes Below<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Broadcast(T.CreateChecked(0.5)) * (TLanes.One + TLanes.Map<ErrorFunctionOfElement<T>>(x * TLanes.Broadcast(T.CreateChecked(0.7071067811865476))));
}
