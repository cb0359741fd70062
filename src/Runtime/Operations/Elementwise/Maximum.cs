using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The larger of each pair of elements; NaN where one is NaN.</summary>
    /// <remarks>Elements that tie share the gradient evenly.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The first numbers.</param>
    /// <param name="right">The second numbers; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(MaximumFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Maximum<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<MaximumFunction<T>, T>(left, right);

    /// <inheritdoc cref="Maximum{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Maximum))]
    public static Tensor<T> Maximum<T>(Tensor<T> left, T right)
        where T : unmanaged, INumber<T> => Maximum(left, Tensor.Scalar(right));

    /// <inheritdoc cref="Maximum{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Maximum))]
    public static Tensor<T> Maximum<T>(T left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Maximum(Tensor.Scalar(left), right);
}

/// <summary>max(left, right); two that tie share the cotangent evenly.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MaximumFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Maximum));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Max(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(left, right), cotangent / (TLanes.One + TLanes.One), TLanes.Select(TLanes.Less(left, right), TLanes.Zero, cotangent));

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(left, right), cotangent / (TLanes.One + TLanes.One), TLanes.Select(TLanes.Less(right, left), TLanes.Zero, cotangent));
}
