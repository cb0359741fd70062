using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Every element limited to the range from a lower to an upper bound.</summary>
    /// <remarks>
    /// An element within the range, its ends included, gets the gradient; else the bound that took its place. Where the lower bound is the larger one,
    /// the upper bound is the result. <see cref="ClampMin{T}(Tensor{T}, Tensor{T})"/> and <see cref="ClampMax{T}(Tensor{T}, Tensor{T})"/> have one bound.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The numbers.</param>
    /// <param name="min">The lower bounds.</param>
    /// <param name="max">The upper bounds; all three are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(ClampFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(x, min, max)")]
    public static Tensor<T> Clamp<T>(Tensor<T> x, Tensor<T> min, Tensor<T> max)
        where T : unmanaged, INumber<T> => Eager.Zip<ClampFunction<T>, T>(x, min, max);

    /// <inheritdoc cref="Clamp{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Clamp))]
    public static Tensor<T> Clamp<T>(Tensor<T> x, T min, T max)
        where T : unmanaged, INumber<T> => Clamp(x, Tensor.Scalar(min), Tensor.Scalar(max));
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Clamp{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Clamp))]
        public Tensor<T> Clamp(Tensor<T> min, Tensor<T> max) => Ops.Clamp(x, min, max);

        /// <inheritdoc cref="Ops.Clamp{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Clamp))]
        public Tensor<T> Clamp(T min, T max) => Ops.Clamp(x, min, max);
    }
}

/// <summary>min(max(x, lower), upper); the cotangent goes to the one of the three that is the result.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct ClampFunction<T> : ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Clamp));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Min(TLanes.Max(first, second), third);

    /// <inheritdoc/>
    public static TLanes PullbackFirst<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(TLanes.LessOrEqual(second, first), TLanes.Select(TLanes.LessOrEqual(first, third), cotangent, TLanes.Zero), TLanes.Zero);

    /// <inheritdoc/>
    public static TLanes PullbackSecond<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(TLanes.Less(first, second), TLanes.Select(TLanes.Less(second, third), cotangent, TLanes.Zero), TLanes.Zero);

    /// <inheritdoc/>
    public static TLanes PullbackThird<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(TLanes.Less(third, first), cotangent, TLanes.Select(TLanes.Less(third, second), cotangent, TLanes.Zero));
}
