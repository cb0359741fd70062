using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

/// <summary>
/// Arithmetic in place. The names end in <c>InPlace</c>, because <c>+=</c> on tensors makes a new one, as on every class.
/// </summary>
/// <remarks>
/// The argument is broadcast to the tensor's shape, which does not change. The tape does not record these; while operations are recorded
/// they refuse tensors that it tracks.
/// </remarks>
public static class InPlaceExtensions
{
    extension<T>(Tensor<T> tensor)
        where T : unmanaged, INumber<T>
    {
        /// <summary>Adds to every element.</summary>
        /// <param name="other">What to add, broadcast to this tensor's shape.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ShapeException">The argument cannot be broadcast to this tensor's shape.</exception>
        /// <exception cref="InvalidOperationException">One of the tensors is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> AddInPlace(Tensor<T> other) => Update<BinaryForward<AddFunction<T>, T>, T>(tensor, other, nameof(AddInPlace));

        /// <summary>Adds a number to every element.</summary>
        /// <param name="other">What to add.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> AddInPlace(T other) => Update<BinaryForward<AddFunction<T>, T>, T>(tensor, other, nameof(AddInPlace));

        /// <summary>Subtracts from every element.</summary>
        /// <param name="other">What to subtract, broadcast to this tensor's shape.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ShapeException">The argument cannot be broadcast to this tensor's shape.</exception>
        /// <exception cref="InvalidOperationException">One of the tensors is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> SubtractInPlace(Tensor<T> other) => Update<BinaryForward<SubtractFunction<T>, T>, T>(tensor, other, nameof(SubtractInPlace));

        /// <summary>Subtracts a number from every element.</summary>
        /// <param name="other">What to subtract.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> SubtractInPlace(T other) => Update<BinaryForward<SubtractFunction<T>, T>, T>(tensor, other, nameof(SubtractInPlace));

        /// <summary>Subtracts a multiple of another tensor: one step down a gradient.</summary>
        /// <param name="other">What to subtract, broadcast to this tensor's shape.</param>
        /// <param name="factor">How much of it.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ShapeException">The argument cannot be broadcast to this tensor's shape.</exception>
        /// <exception cref="InvalidOperationException">One of the tensors is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> SubtractInPlace(Tensor<T> other, T factor)
        {
            Tensor<T> operand = tensor.OperandForWrite(nameof(SubtractInPlace), other);
            var factorView = new TensorView<T>(new Span<T>(ref factor), [], []);
            ElementwiseDriver.Run<SubtractMultiple<T>, T, T, T>(tensor.View, operand.View, factorView, default, tensor.View);
            return tensor;
        }

        /// <summary>Multiplies every element.</summary>
        /// <param name="other">The factor, broadcast to this tensor's shape.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="ShapeException">The argument cannot be broadcast to this tensor's shape.</exception>
        /// <exception cref="InvalidOperationException">One of the tensors is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> MultiplyInPlace(Tensor<T> other) => Update<BinaryForward<MultiplyFunction<T>, T>, T>(tensor, other, nameof(MultiplyInPlace));

        /// <summary>Multiplies every element by a number.</summary>
        /// <param name="other">The factor.</param>
        /// <returns>The tensor itself.</returns>
        /// <exception cref="InvalidOperationException">The tensor is tracked by autograd, and recording is not paused by <see cref="Ops.NoGrad"/>.</exception>
        [return: Shape("...tensor")]
        public Tensor<T> MultiplyInPlace(T other) => Update<BinaryForward<MultiplyFunction<T>, T>, T>(tensor, other, nameof(MultiplyInPlace));
    }

    private static Tensor<T> Update<TKernel, T>(Tensor<T> tensor, Tensor<T> other, string operation)
        where TKernel : struct, IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        Tensor<T> operand = tensor.OperandForWrite(operation, other);
        ElementwiseDriver.Run<TKernel, T, T, T>(tensor.View, operand.View, default, default, tensor.View);
        return tensor;
    }

    private static Tensor<T> Update<TKernel, T>(Tensor<T> tensor, T other, string operation)
        where TKernel : struct, IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        tensor.BeginWrite(operation);
        ElementwiseDriver.Run<TKernel, T, T, T>(tensor.View, new TensorView<T>(new Span<T>(ref other), [], []), default, default, tensor.View);
        return tensor;
    }

    private readonly struct SubtractMultiple<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => first - (third * second);
    }
}
