using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where exactly one of two elements is true.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side; both are broadcast together.</param>
    /// <returns>Truth values of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(LogicalXorOperation), Differentiable = "")]
    [return: Shape("broadcast(left, right)")]
    public static Tensor<bool> LogicalXor(Tensor<bool> left, Tensor<bool> right) => Eager.Run<LogicalXorOperation, bool, bool, bool>(default, left, right);
}

public static partial class TensorExtensions
{
    extension(Tensor<bool>)
    {
        /// <inheritdoc cref="Ops.LogicalXor(Tensor{bool}, Tensor{bool})"/>
        [FormOf(typeof(Ops), nameof(Ops.LogicalXor))]
        public static Tensor<bool> operator ^(Tensor<bool> left, Tensor<bool> right) => Ops.LogicalXor(left, right);
    }
}

/// <summary>The distance of two truth values as bytes.</summary>
public readonly struct LogicalXorOperation : IOperation<bool, bool, bool>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LogicalXor));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) => Broadcasting.Combine(left, right, Contract);

    /// <inheritdoc/>
    public void Forward(TensorView<bool> left, TensorView<bool> right, TensorView<bool> result) => TruthValues.Run<Bytes>(left, right, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<bool> cotangent, TensorView<bool> left, TensorView<bool> right, TensorView<bool> result, TensorView<bool> leftCotangent, TensorView<bool> rightCotangent) =>
        throw new NotSupportedException("LogicalXor has no gradient.");

    private readonly struct Bytes : IElementwiseKernel<byte>
    {
        public static int Arity => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, byte> => TLanes.Max(first, second) - TLanes.Min(first, second);
    }
}
