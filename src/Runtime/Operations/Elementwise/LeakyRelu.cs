using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Every element where it is positive, else a small multiple of it.</summary>
    /// <remarks>Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural Network Acoustic Models", 2013. With a tensor of slopes it is the parametric form of He and others, 2015.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <param name="negativeSlope">The factor of elements that are not positive; both are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(LeakyReluFunction<>), Saves = Saved.Inputs)]
    [return: Shape("broadcast(x, negativeSlope)")]
    public static Tensor<T> LeakyRelu<T>(Tensor<T> x, Tensor<T> negativeSlope)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Zip<LeakyReluFunction<T>, T>(x, negativeSlope);

    /// <inheritdoc cref="LeakyRelu{T}(Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(LeakyRelu))]
    public static Tensor<T> LeakyRelu<T>(Tensor<T> x, double negativeSlope = 0.01)
        where T : unmanaged, IFloatingPointIeee754<T> => LeakyRelu(x, Tensor.Scalar(T.CreateChecked(negativeSlope)));
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.LeakyRelu{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.LeakyRelu))]
        public Tensor<T> LeakyRelu(Tensor<T> negativeSlope) => Ops.LeakyRelu(x, negativeSlope);

        /// <inheritdoc cref="Ops.LeakyRelu{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.LeakyRelu))]
        public Tensor<T> LeakyRelu(double negativeSlope = 0.01) => Ops.LeakyRelu(x, negativeSlope);
    }
}

/// <summary>x where it is positive, else slope x; the derivatives are 1 and 0, else slope and x.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct LeakyReluFunction<T> : IBinaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LeakyRelu));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(TLanes.Zero, left), left, right * left);

    /// <inheritdoc/>
    public static TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(TLanes.Zero, left), cotangent, right * cotangent);

    /// <inheritdoc/>
    public static TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Less(TLanes.Zero, left), TLanes.Zero, left * cotangent);
}
