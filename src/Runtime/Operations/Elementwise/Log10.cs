using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The logarithm to the base 10 of every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(Log10Function<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Log10<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<Log10Function<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Log10{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Log10))]
        public Tensor<T> Log10() => Ops.Log10(x);
    }
}

/// <summary>log10 x, whose derivative is 1/(x ln 10).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct Log10Function<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Log10));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElement>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent / (x * TLanes.Broadcast(T.CreateChecked(2.302585092994046)));

    private readonly struct OfElement : IScalarFunction<T>
    {
        public static T Apply(T x) => T.Log10(x);

        public static Tensor<T> Apply(Tensor<T> x) => Ops.Log10(x);
    }
}
