using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The angle of each point, in radians from -pi to pi, counted from the positive x axis.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="y">The y coordinates.</param>
    /// <param name="x">The x coordinates; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(Atan2Function<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(y, x)")]
    public static Tensor<T> Atan2<T>(Tensor<T> y, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Zip<Atan2Function<T>, T>(y, x);

    /// <inheritdoc cref="Atan2{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Atan2))]
    public static Tensor<T> Atan2<T>(Tensor<T> y, T x)
        where T : unmanaged, IFloatingPointIeee754<T> => Atan2(y, Tensor.Scalar(x));

    /// <inheritdoc cref="Atan2{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Atan2))]
    public static Tensor<T> Atan2<T>(T y, Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Atan2(Tensor.Scalar(y), x);
}

/// <summary>The angle of the point (x, y), whose derivatives are x/(x^2 + y^2) by y and -y/(x^2 + y^2) by x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct Atan2Function<T> : IBinaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Atan2));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElements>(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent * right / TLanes.MultiplyAdd(left, left, right * right);

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent * left / TLanes.MultiplyAdd(left, left, right * right);

    private readonly struct OfElements : IScalarPairFunction<T>
    {
        public static T Apply(T left, T right) => T.Atan2(left, right);

        public static Tensor<T> Apply(Tensor<T> left, Tensor<T> right) => Ops.Atan2(left, right);
    }
}
