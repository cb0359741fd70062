using System.Numerics;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The product of two matrices; <see cref="MatMul"/> takes other ranks as well.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">A matrix of shape (n, m).</param>
    /// <param name="right">A matrix of shape (m, p).</param>
    /// <returns>A new matrix of shape (n, p).</returns>
    /// <exception cref="ShapeException">An argument is no matrix, or the inner sizes differ.</exception>
    [Operation(typeof(MmOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("n, p")]
    public static Tensor<T> Mm<T>([Shape("n, m")] Tensor<T> left, [Shape("m, p")] Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<MmOperation<T>, T, T, T>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Mm{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Mm))]
        public Tensor<T> Mm(Tensor<T> right) => Ops.Mm(left, right);
    }
}

/// <summary>Multiplies two matrices.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MmOperation<T> : IEpilogueOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Mm));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left.Rank == 2 && right.Rank == 2 && left[1] == right[0]
            ? new Shape(left[0], right[1])
            : throw Contract.Refuse(left, right);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) => default(MatMulOperation<T>).Forward(left, right, result);

    /// <inheritdoc/>
    public void Forward<TEpilogue>(TensorView<T> left, TensorView<T> right, TensorView<T> result, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct => default(MatMulOperation<T>).Forward(left, right, result, epilogue);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent) =>
        default(MatMulOperation<T>).Pullback(cotangent, left, right, result, leftCotangent, rightCotangent);
}
