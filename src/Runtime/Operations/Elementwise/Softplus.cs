using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A smooth form of <see cref="Relu{T}(Tensor{T})"/>: <c>log(1 + e^(beta x)) / beta</c>.</summary>
    /// <remarks>Where <c>beta x</c> exceeds the threshold the result is x itself. Glorot, Bordes and Bengio, "Deep Sparse Rectifier Neural Networks", 2011.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <param name="beta">How sharp the bend at 0 is; not 0.</param>
    /// <param name="threshold">From where on the result is linear; all three are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(SoftplusFunction<>), Saves = Saved.Inputs, Differentiable = "x, beta")]
    [return: Shape("broadcast(x, beta, threshold)")]
    public static Tensor<T> Softplus<T>(Tensor<T> x, Tensor<T> beta, Tensor<T> threshold)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Zip<SoftplusFunction<T>, T>(x, beta, threshold);

    /// <inheritdoc cref="Softplus{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Softplus))]
    public static Tensor<T> Softplus<T>(Tensor<T> x, double beta = 1, double threshold = 20)
        where T : unmanaged, IFloatingPointIeee754<T> => Softplus(x, Tensor.Scalar(T.CreateChecked(beta)), Tensor.Scalar(T.CreateChecked(threshold)));
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Softplus{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Softplus))]
        public Tensor<T> Softplus(double beta = 1, double threshold = 20) => Ops.Softplus(x, beta, threshold);
    }
}

/// <summary>
/// log(1 + e^(beta x)) / beta, or x beyond the threshold. The derivatives are s = sigmoid(beta x) and (x s - log(1 + e^(beta x)) / beta) / beta, or 1 and 0.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SoftplusFunction<T> : ITernaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Softplus));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(TLanes.Less(third, second * first), first, Bend(first, second));

    /// <inheritdoc/>
    public static TLanes PullbackFirst<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(TLanes.Less(third, second * first), cotangent, cotangent * TLanes.Sigmoid(second * first));

    /// <inheritdoc/>
    public static TLanes PullbackSecond<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> =>
        TLanes.Select(
            TLanes.Less(third, second * first),
            TLanes.Zero,
            cotangent * ((first * TLanes.Sigmoid(second * first)) - Bend(first, second)) / second);

    /// <inheritdoc/>
    public static TLanes PullbackThird<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Zero;

    private static TLanes Bend<TLanes>(TLanes x, TLanes beta)
        where TLanes : struct, ILanes<TLanes, T> => LogP1Function<T>.Apply(TLanes.Exp(beta * x)) / beta;
}
