using System.Numerics;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The products of every element of one vector with every element of another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">The vector that gives the rows.</param>
    /// <param name="right">The vector that gives the columns.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="ShapeException">An argument is no vector.</exception>
    [Operation(typeof(OuterOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("n, m")]
    public static Tensor<T> Outer<T>([Shape("n")] Tensor<T> left, [Shape("m")] Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<OuterOperation<T>, T, T, T>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Outer{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Outer))]
        public Tensor<T> Outer(Tensor<T> right) => Ops.Outer(left, right);
    }
}

/// <summary>Multiplies a column by a row.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct OuterOperation<T> : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Outer));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left.Rank == 1 && right.Rank == 1
            ? new Shape(left[0], right[0])
            : throw Contract.Refuse(left, right);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) =>
        BatchedProduct.Multiply(Column(left), Row(right), Whole(result), []);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent)
    {
        if (leftCotangent.IsPresent)
            BatchedProduct.Multiply(Whole(cotangent), Row(right).Transposed(), Column(leftCotangent), []);
        if (rightCotangent.IsPresent)
            BatchedProduct.Multiply(Column(left).Transposed(), Whole(cotangent), Row(rightCotangent), []);
    }

    private static MatrixBatch<T> Column(TensorView<T> vector) => new(vector, hasRows: true, hasColumns: false);

    private static MatrixBatch<T> Row(TensorView<T> vector) => new(vector, hasRows: false, hasColumns: true);

    private static MatrixBatch<T> Whole(TensorView<T> matrix) => new(matrix, hasRows: true, hasColumns: true);
}
