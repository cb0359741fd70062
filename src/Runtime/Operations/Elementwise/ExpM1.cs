using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>e to the power of every element, less one, without losing digits near zero.</summary>
    /// <remarks>W. Kahan's form: the error of <c>u = e^x</c> is divided out by <c>(u - 1) x / ln u</c>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(ExpM1Function<>), Saves = Saved.Result)]
    [return: Shape("...x")]
    public static Tensor<T> ExpM1<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<ExpM1Function<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.ExpM1{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ExpM1))]
        public Tensor<T> ExpM1() => Ops.ExpM1(x);
    }
}

/// <summary>e^x - 1, whose derivative is e^x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ExpM1Function<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ExpM1));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes power = TLanes.Exp(x);
        TLanes difference = power - TLanes.One;
        TLanes corrected = difference * x / TLanes.Log(power);
        TLanes small = TLanes.Select(TLanes.Equal(power, TLanes.One), x, corrected);
        TLanes isSaturated = TLanes.Equal(difference, -TLanes.One);
        return TLanes.Select(isSaturated, difference, TLanes.Select(TLanes.Equal(difference, power), power, small));
    }

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * (result + TLanes.One);
}
