using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The smaller of each pair of elements; NaN where one is NaN.</summary>
    /// <remarks>Elements that tie share the gradient evenly.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The first numbers.</param>
    /// <param name="right">The second numbers; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(MinimumFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Minimum<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<MinimumFunction<T>, T>(left, right);

    /// <inheritdoc cref="Minimum{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Minimum))]
    public static Tensor<T> Minimum<T>(Tensor<T> left, T right)
        where T : unmanaged, INumber<T> => Minimum(left, Tensor.Scalar(right));

    /// <inheritdoc cref="Minimum{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Minimum))]
    public static Tensor<T> Minimum<T>(T left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Minimum(Tensor.Scalar(left), right);
}

/// <summary>min(left, right); two that tie share the cotangent evenly.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MinimumFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Minimum));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Min(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(left, right), cotangent / (TLanes.One + TLanes.One), TLanes.Select(TLanes.Less(right, left), TLanes.Zero, cotangent));

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(left, right), cotangent / (TLanes.One + TLanes.One), TLanes.Select(TLanes.Less(left, right), TLanes.Zero, cotangent));
}
