using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Every element, or its lower bound where that is larger.</summary>
    /// <remarks>An element that equals its bound gets the gradient, the bound none.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The numbers.</param>
    /// <param name="min">The bounds; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(ClampMinFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(x, min)")]
    public static Tensor<T> ClampMin<T>(Tensor<T> x, Tensor<T> min)
        where T : unmanaged, INumber<T> => Eager.Zip<ClampMinFunction<T>, T>(x, min);

    /// <inheritdoc cref="ClampMin{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(ClampMin))]
    public static Tensor<T> ClampMin<T>(Tensor<T> x, T min)
        where T : unmanaged, INumber<T> => ClampMin(x, Tensor.Scalar(min));
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.ClampMin{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ClampMin))]
        public Tensor<T> ClampMin(Tensor<T> min) => Ops.ClampMin(x, min);

        /// <inheritdoc cref="Ops.ClampMin{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ClampMin))]
        public Tensor<T> ClampMin(T min) => Ops.ClampMin(x, Tensor.Scalar(min));
    }
}

/// <summary>max(x, min); a bound gets the cotangent where it is what counts, and the element where they tie.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ClampMinFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ClampMin));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Max(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessOrEqual(right, left), cotangent, TLanes.Zero);

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(left, right), cotangent, TLanes.Zero);
}
