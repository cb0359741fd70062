using System.Numerics;
using TypedTensors.Kernels.Gemm;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A linear map of the last dimension: <c>x · weightᵀ + bias</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">Shape (..., features).</param>
    /// <param name="weight">Shape (outputs, features).</param>
    /// <param name="bias">Shape (outputs).</param>
    /// <returns>A new tensor of shape (..., outputs).</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other.</exception>
    [Operation(typeof(LinearOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("...batch, outputs")]
    public static Tensor<T> Linear<T>(
        [Shape("...batch, features")] Tensor<T> x, [Shape("outputs, features")] Tensor<T> weight, [Shape("outputs")] Tensor<T> bias)
        where T : unmanaged, INumber<T> => Eager.Run<LinearOperation<T>, T, T, T, T>(default, x, weight, bias);

    /// <summary>A linear map of the last dimension: <c>x · weightᵀ</c>.</summary>
    /// <inheritdoc cref="Linear{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Linear), Implementation = typeof(LinearWithoutBiasOperation<>))]
    public static Tensor<T> Linear<T>(Tensor<T> x, Tensor<T> weight)
        where T : unmanaged, INumber<T> => Eager.Run<LinearWithoutBiasOperation<T>, T, T, T>(default, x, weight);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Linear{T}(Tensor{T}, Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Linear))]
        public Tensor<T> Linear(Tensor<T> weight, Tensor<T> bias) => Ops.Linear(x, weight, bias);

        /// <inheritdoc cref="Ops.Linear{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Linear), Implementation = typeof(LinearWithoutBiasOperation<>))]
        public Tensor<T> Linear(Tensor<T> weight) => Ops.Linear(x, weight);
    }
}

/// <summary>Multiplies rows by a transposed matrix and adds a vector.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct LinearOperation<T> : IOperation<T, T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Linear));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        LinearWithoutBiasOperation<T>.Fits(first, second) && third.Rank == 1 && third[0] == second[0]
            ? new Shape([.. first.Sizes[..^1], second[0]])
            : throw Contract.Refuse(first, second, third);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> result)
    {
        StridedCopy.Run(third, result);
        LinearWithoutBiasOperation<T>.Multiply(first, second, result, accumulate: true);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent)
    {
        default(LinearWithoutBiasOperation<T>).Pullback(cotangent, first, second, result, firstCotangent, secondCotangent);
        if (thirdCotangent.IsPresent)
            StridedAdd.SumToShape(cotangent, thirdCotangent);
    }
}

/// <summary>Multiplies rows by a transposed matrix.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct LinearWithoutBiasOperation<T> : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract => LinearOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        Fits(left, right) ? new Shape([.. left.Sizes[..^1], right[0]]) : throw Contract.Refuse(left, right, null);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) => Multiply(left, right, result, accumulate: false);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent)
    {
        MatrixBatch<T> product = Rows(cotangent), weight = new(right, hasRows: true, hasColumns: true);
        if (leftCotangent.IsPresent)
            BatchedProduct.Multiply(product, weight, Rows(leftCotangent), product.BatchSizes);
        if (rightCotangent.IsPresent)
            BatchedProduct.Multiply(product.Transposed(), Rows(left), new(rightCotangent, hasRows: true, hasColumns: true), product.BatchSizes);
    }

    internal static bool Fits(Shape x, Shape weight) => x.Rank > 0 && weight.Rank == 2 && x[-1] == weight[1];

    internal static void Multiply(TensorView<T> x, TensorView<T> weight, TensorView<T> result, bool accumulate) => BatchedProduct.Multiply(
        Rows(x), new MatrixBatch<T>(weight, hasRows: true, hasColumns: true).Transposed(), Rows(result), Rows(result).BatchSizes, accumulate);

    private static MatrixBatch<T> Rows(TensorView<T> tensor) => new(tensor, hasRows: tensor.Rank > 1, hasColumns: true);
}
