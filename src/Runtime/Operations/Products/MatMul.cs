using System.Numerics;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The matrix product.</summary>
    /// <remarks>
    /// Matrices lie in the last two dimensions; the dimensions before them are a batch and are broadcast together. A vector on the left
    /// is a row, one on the right a column, and the result lacks that dimension: two vectors give a scalar. Neither transposed
    /// operands nor broadcast ones are copied.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">A tensor of rank 1 or more whose last dimension is the inner one.</param>
    /// <param name="right">A tensor of rank 1 or more whose last dimension but one, or only dimension, is the inner one.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The inner dimensions differ, the batches cannot be broadcast together, or an operand is a scalar.</exception>
    [Operation(typeof(MatMulOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("matmul(left, right)")]
    public static Tensor<T> MatMul<T>(Tensor<T> left, Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<MatMulOperation<T>, T, T, T>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.MatMul{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.MatMul))]
        public Tensor<T> MatMul(Tensor<T> right) => Ops.MatMul(left, right);
    }
}

/// <summary>Multiplies matrices.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MatMulOperation<T> : IEpilogueOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.MatMul));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right)
    {
        if (left.Rank == 0 || right.Rank == 0 || left[-1] != right[right.Rank == 1 ? 0 : -2])
            throw Contract.Refuse(left, right);
        Shape leftBatch = new(left.Sizes[..Math.Max(0, left.Rank - 2)]);
        Shape rightBatch = new(right.Sizes[..Math.Max(0, right.Rank - 2)]);
        if (!Broadcasting.TryCombine(leftBatch, rightBatch, out Shape batch))
            throw Contract.Refuse(left, right);
        ReadOnlySpan<int> rows = left.Rank == 1 ? [] : [left[-2]];
        ReadOnlySpan<int> columns = right.Rank == 1 ? [] : [right[-1]];
        return new Shape([.. batch.Sizes, .. rows, .. columns]);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result)
    {
        MatrixBatch<T> product = ResultMatrices(result, left.Rank, right.Rank);
        BatchedProduct.Multiply(LeftMatrices(left), RightMatrices(right), product, product.BatchSizes);
    }

    /// <inheritdoc/>
    public void Forward<TEpilogue>(TensorView<T> left, TensorView<T> right, TensorView<T> result, TEpilogue epilogue)
        where TEpilogue : struct, IEpilogue<T>, allows ref struct
    {
        if (left.Rank != 2 || right.Rank != 2)
            throw new ShapeException("MatMul: an epilogue takes matrices");
        MatrixProduct.Multiply(
            left.Sizes[0], right.Sizes[1], left.Sizes[1],
            ref left.First, left.Strides[0], left.Strides[1],
            ref right.First, right.Strides[0], right.Strides[1],
            ref result.First, result.Strides[0], result.Strides[1],
            epilogue);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent)
    {
        MatrixBatch<T> product = ResultMatrices(cotangent, left.Rank, right.Rank);
        if (leftCotangent.IsPresent)
            BatchedProduct.Multiply(product, RightMatrices(right).Transposed(), LeftMatrices(leftCotangent), product.BatchSizes);
        if (rightCotangent.IsPresent)
            BatchedProduct.Multiply(LeftMatrices(left).Transposed(), product, RightMatrices(rightCotangent), product.BatchSizes);
    }

    private static MatrixBatch<T> LeftMatrices(TensorView<T> left) => new(left, hasRows: left.Rank > 1, hasColumns: true);

    private static MatrixBatch<T> RightMatrices(TensorView<T> right) => new(right, hasRows: true, hasColumns: right.Rank > 1);

    private static MatrixBatch<T> ResultMatrices(TensorView<T> result, int leftRank, int rightRank) =>
        new(result, hasRows: leftRank > 1, hasColumns: rightRank > 1);
}
