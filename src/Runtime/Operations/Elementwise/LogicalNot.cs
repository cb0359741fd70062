using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where an element is false.</summary>
    /// <param name="x">The argument.</param>
    /// <returns>Truth values of the same shape.</returns>
    [Operation(typeof(LogicalNotOperation), Differentiable = "")]
    [return: Shape("...x")]
    public static Tensor<bool> LogicalNot(Tensor<bool> x) => Eager.Run<LogicalNotOperation, bool, bool>(default, x);
}

public static partial class TensorExtensions
{
    extension(Tensor<bool>)
    {
        /// <inheritdoc cref="Ops.LogicalNot(Tensor{bool})"/>
        [FormOf(typeof(Ops), nameof(Ops.LogicalNot))]
        public static Tensor<bool> operator !(Tensor<bool> x) => Ops.LogicalNot(x);
    }
}

/// <summary>1 - x, on truth values as bytes.</summary>
public readonly struct LogicalNotOperation : IOperation<bool, bool>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LogicalNot));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => input;

    /// <inheritdoc/>
    public void Forward(TensorView<bool> input, TensorView<bool> result) => TruthValues.Run<Bytes>(input, default, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<bool> cotangent, TensorView<bool> input, TensorView<bool> result, TensorView<bool> inputCotangent) =>
        throw new NotSupportedException("LogicalNot has no gradient.");

    private readonly struct Bytes : IElementwiseKernel<byte>
    {
        public static int Arity => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, byte> => TLanes.One - first;
    }
}
