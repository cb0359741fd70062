using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The natural logarithm of one more than every element, without losing digits near zero.</summary>
    /// <remarks>W. Kahan's form: the rounding of <c>u = 1 + x</c> is divided out by <c>x / (u - 1)</c>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(LogP1Function<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> LogP1<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<LogP1Function<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.LogP1{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.LogP1))]
        public Tensor<T> LogP1() => Ops.LogP1(x);
    }
}

/// <summary>ln(1 + x), whose derivative is 1/(1 + x).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct LogP1Function<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LogP1));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes sum = TLanes.One + x;
        TLanes corrected = TLanes.Log(sum) * x / (sum - TLanes.One);
        TLanes small = TLanes.Select(TLanes.Equal(sum, TLanes.One), x, corrected);
        return TLanes.Select(TLanes.Equal(sum, x), TLanes.Log(x), small);
    }

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent / (x + TLanes.One);
}
