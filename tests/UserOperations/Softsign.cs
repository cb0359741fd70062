using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.UserOperations;

/// <summary>A user's element-wise operation.</summary>
public static class SoftsignOperation
{
    /// <summary>The function <c>x / (1 + |x|)</c> of every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape, between -1 and 1.</returns>
    [Operation(typeof(SoftsignFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Softsign<T>(this Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<SoftsignFunction<T>, T>(x);
}

/// <summary>x / (1 + |x|), whose derivative is 1 / (1 + |x|)^2.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SoftsignFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(SoftsignOperation), nameof(SoftsignOperation.Softsign));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => x / (TLanes.One + TLanes.Max(x, -x));

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes divisor = TLanes.One + TLanes.Max(x, -x);
        return cotangent / (divisor * divisor);
    }
}
