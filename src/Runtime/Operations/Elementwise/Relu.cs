using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The larger of every element and zero.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(ReluFunction<>), Saves = Saved.Result)]
    [return: Shape("...x")]
    public static Tensor<T> Relu<T>(Tensor<T> x)
        where T : unmanaged, INumber<T> => Eager.Map<ReluFunction<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Relu{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Relu))]
        public Tensor<T> Relu() => Ops.Relu(x);
    }
}

/// <summary>max(x, 0), whose derivative is 1 above zero, and 0 at and below it.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ReluFunction<T> : IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Relu));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Max(x, TLanes.Zero);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessOrEqual(result, TLanes.Zero), TLanes.Zero, cotangent);
}
