using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The exponential linear unit: every element where it is positive, else <c>alpha * (e^x - 1)</c>.</summary>
    /// <remarks>Clevert, Unterthiner and Hochreiter, "Fast and Accurate Deep Network Learning by Exponential Linear Units", 2015.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <param name="alpha">What the result tends to at negative infinity, with its sign changed; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(EluFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(x, alpha)")]
    public static Tensor<T> Elu<T>(Tensor<T> x, Tensor<T> alpha)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Zip<EluFunction<T>, T>(x, alpha);

    /// <inheritdoc cref="Elu{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Elu))]
    public static Tensor<T> Elu<T>(Tensor<T> x, double alpha = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Elu(x, Tensor.Scalar(T.CreateChecked(alpha)));
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Elu{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Elu))]
        public Tensor<T> Elu(Tensor<T> alpha) => Ops.Elu(x, alpha);

        /// <inheritdoc cref="Ops.Elu{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Elu))]
        public Tensor<T> Elu(double alpha = 1) => Ops.Elu(x, alpha);
    }
}

/// <summary>x where it is positive, else alpha (e^x - 1); the derivatives are 1 and 0, else alpha e^x and e^x - 1.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct EluFunction<T> : IBinaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Elu));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessOrEqual(left, TLanes.Zero), right * ExpM1Function<T>.Apply(left), left);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessOrEqual(left, TLanes.Zero), right * TLanes.Exp(left) * cotangent, cotangent);

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.LessOrEqual(left, TLanes.Zero), ExpM1Function<T>.Apply(left) * cotangent, TLanes.Zero);
}
