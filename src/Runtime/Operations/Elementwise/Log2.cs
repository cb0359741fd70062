using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The logarithm to the base 2 of every element.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Operation(typeof(Log2Function<>), Saves = Saved.Inputs)]
    [return: Shape("...x")]
    public static Tensor<T> Log2<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Map<Log2Function<T>, T>(x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Log2{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Log2))]
        public Tensor<T> Log2() => Ops.Log2(x);
    }
}

/// <summary>log2 x, whose derivative is 1/(x ln 2).</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct Log2Function<T> : IUnaryFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Log2));

    /// <inheritdoc/>
    public static TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Map<OfElement>(x);

    /// <inheritdoc/>
    public static TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T> => cotangent / (x * TLanes.Broadcast(T.CreateChecked(0.6931471805599453)));

    private readonly struct OfElement : IScalarFunction<T>
    {
        public static T Apply(T x) => T.Log2(x);

        public static Tensor<T> Apply(Tensor<T> x) => Ops.Log2(x);
    }
}
