using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Every element, or its upper bound where that is smaller.</summary>
    /// <remarks>An element that equals its bound gets the gradient, the bound none.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The numbers.</param>
    /// <param name="max">The bounds; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(ClampMaxFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(x, max)")]
    public static Tensor<T> ClampMax<T>(Tensor<T> x, Tensor<T> max)
        where T : unmanaged, INumber<T> => Eager.Zip<ClampMaxFunction<T>, T>(x, max);

    /// <inheritdoc cref="ClampMax{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(ClampMax))]
    public static Tensor<T> ClampMax<T>(Tensor<T> x, T max)
        where T : unmanaged, INumber<T> => ClampMax(x, Tensor.Scalar(max));
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.ClampMax{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ClampMax))]
        public Tensor<T> ClampMax(Tensor<T> max) => Ops.ClampMax(x, max);

        /// <inheritdoc cref="Ops.ClampMax{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ClampMax))]
        public Tensor<T> ClampMax(T max) => Ops.ClampMax(x, Tensor.Scalar(max));
    }
}

/// <summary>min(x, max); a bound gets the cotangent where it is what counts, and the element where they tie.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ClampMaxFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ClampMax));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Min(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessOrEqual(left, right), cotangent, TLanes.Zero);

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(right, left), cotangent, TLanes.Zero);
}
