using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>What is left of the dividend after division by the divisor, with the sign of the divisor: <c>left - right * floor(left / right)</c>.</summary>
    /// <remarks>That is not the <c>%</c> of C#, whose result has the sign of the dividend; the two agree where both signs do.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The dividend.</param>
    /// <param name="right">The divisor; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    /// <exception cref="DivideByZeroException">An integer is divided by zero.</exception>
    [Operation(typeof(RemainderFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<T> Remainder<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Zip<RemainderFunction<T>, T>(left, right);

    /// <inheritdoc cref="Remainder{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Remainder))]
    public static Tensor<T> Remainder<T>(Tensor<T> left, T right)
        where T : unmanaged, INumber<T> => Remainder(left, Tensor.Scalar(right));

    /// <inheritdoc cref="Remainder{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Remainder))]
    public static Tensor<T> Remainder<T>(T left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Remainder(Tensor.Scalar(left), right);
}

/// <summary>left - right floor(left / right), whose derivatives are 1 by the dividend and -floor(left / right) by the divisor.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct RemainderFunction<T> : IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Remainder));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElements>(left, right);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent;

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => -cotangent * TLanes.Floor(left / right);

    private readonly struct OfElements : IScalarPairFunction<T>
    {
        public static T Apply(T left, T right)
        {
            T remainder = left % right;
            return remainder != T.Zero && T.IsNegative(remainder) != T.IsNegative(right) ? remainder + right : remainder;
        }

        public static Tensor<T> Apply(Tensor<T> left, Tensor<T> right) => Ops.Remainder(left, right);
    }
}
