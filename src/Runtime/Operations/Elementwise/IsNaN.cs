using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where an element is not a number.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The argument.</param>
    /// <returns>Truth values of the same shape.</returns>
    [Operation(typeof(IsNaNOperation<>), Differentiable = "")]
    [return: Shape("...x")]
    public static Tensor<bool> IsNaN<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<IsNaNOperation<T>, T, bool>(default, x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.IsNaN{T}(Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.IsNaN))]
        public Tensor<bool> IsNaN() => Ops.IsNaN(x);
    }
}

/// <summary>What differs from itself.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct IsNaNOperation<T> : IOperation<T, bool>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.IsNaN));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input;

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<bool> result) =>
        ElementwiseDriver.Run<DiffersFromItself, T, T, bool>(input, default, default, default, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<bool> cotangent, TensorView<T> input, TensorView<bool> result, TensorView<T> inputCotangent) =>
        throw new NotSupportedException("IsNaN has no gradient.");

    private readonly struct DiffersFromItself : IElementwiseKernel<T>
    {
        public static int Arity => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Not(TLanes.Equal(first, first));
    }
}
