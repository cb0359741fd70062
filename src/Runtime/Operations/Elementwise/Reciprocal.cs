using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>One over every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(ReciprocalFunction<>), Saves = Saved.Result)]
    [return: Shape("...x")]
    public static Tensor<T> Reciprocal<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<ReciprocalFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Reciprocal{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Reciprocal))]
        public Tensor<T> Reciprocal() => Ops.Reciprocal(x);
    }
}

/// <summary>1/x, whose derivative is -1/x^2.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ReciprocalFunction<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Reciprocal));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.One / x;

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent * result * result;
}
