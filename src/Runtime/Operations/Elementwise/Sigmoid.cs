using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The logistic function <c>1 / (1 + e^-x)</c> of every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(SigmoidFunction<>), Saves = Saved.Result)]
    [return: Shape("...x")]
    public static Tensor<T> Sigmoid<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<SigmoidFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Sigmoid{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Sigmoid))]
        public Tensor<T> Sigmoid() => Ops.Sigmoid(x);
    }
}

/// <summary>1 / (1 + e^-x), whose derivative is s (1 - s).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SigmoidFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Sigmoid));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Sigmoid(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * (TLanes.One - result) * result;
}
