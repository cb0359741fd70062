using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>x * sigmoid(x) of every element, also called swish.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(SiluFunction<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Silu<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<SiluFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Silu{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Silu))]
        public Tensor<T> Silu() => Ops.Silu(x);
    }
}

/// <summary>x s(x), whose derivative is s(x) (1 + x (1 - s(x))).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SiluFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Silu));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => x * TLanes.Sigmoid(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes sigmoid = TLanes.Sigmoid(x);
        return cotangent * sigmoid * TLanes.MultiplyAdd(x, TLanes.One - sigmoid, TLanes.One);
    }
}
