using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The quotient of each pair of elements, rounded down: <c>floor(left / right)</c>.</summary>
    /// <remarks>It goes with <see cref="Remainder{T}(Tensor{T}, Tensor{T})"/>: <c>left = right * FloorDivide(left, right) + Remainder(left, right)</c>. The gradient is 0 everywhere.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    /// <exception cref="DivideByZeroException">An integer is divided by zero.</exception>
    [Operation(typeof(FloorDivideFunction<>))]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> FloorDivide<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<FloorDivideFunction<T>, T>(left, right);

    /// <inheritdoc cref="FloorDivide{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(FloorDivide))]
    public static Tensor<T> FloorDivide<T>(Tensor<T> left, T right)
        where T : unmanaged, INumber<T> => FloorDivide(left, Tensor.Scalar(right));

    /// <inheritdoc cref="FloorDivide{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(FloorDivide))]
    public static Tensor<T> FloorDivide<T>(T left, Tensor<T> right)
        where T : unmanaged, INumber<T> => FloorDivide(Tensor.Scalar(left), right);
}

/// <summary>floor(left / right), which does not move with its arguments.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct FloorDivideFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.FloorDivide));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElements>(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;

    private readonly struct OfElements : IScalarPairFunction<T>
    {
        // The quotient of what the remainder leaves is whole but for its rounding, unlike the rounded quotient itself.
        public static T Apply(T left, T right)
        {
            T remainder = left % right;
            T quotient = (left - remainder) / right;
            if (right == T.Zero)
                return left / right;
            if (remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(right))
                quotient -= T.One;
            return ScalarMath.Round(quotient);
        }

        public static Tensor<T> Apply(Tensor<T> left, Tensor<T> right) => Ops.FloorDivide(left, right);
    }
}
