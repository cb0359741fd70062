using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>
    /// The reduced singular value decomposition <c>A = U diag(S) V^T</c>: U and V have orthonormal columns, S is descending and not negative.
    /// </summary>
    /// <remarks>
    /// A column of U and the same column of V are fixed up to a joint sign; a gradient has a meaning only for what does not depend on it. The pullback is that of Townsend 2016, "Differentiating the singular
    /// value decomposition". The singular values have a gradient everywhere; the vectors have none where two singular values are equal, or where one is zero and
    /// the matrix is not square.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <returns>U, S and V.</returns>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    /// <exception cref="MatrixException">A matrix is not finite, or the iteration does not converge; or, in the backward pass, the vectors have no derivative.</exception>
    [Operation(typeof(SvdOperation<>), Saves = Saved.Result)]
    [return: Shapes("...b, m, min(m, n)", "...b, min(m, n)", "...b, n, min(m, n)")]
    public static (Tensor<T> U, Tensor<T> S, Tensor<T> V) Svd<T>([Shape("...b, m, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.RunTriple<SvdOperation<T>, T, T, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.Svd{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Svd))]
        public (Tensor<T> U, Tensor<T> S, Tensor<T> V) Svd() => LinearAlgebra.Svd(a);
    }
}

/// <summary>Decomposes by a QR decomposition and the implicit QR iteration on its triangle.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SvdOperation<T> : ITripleOperation<T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.Svd));

    /// <inheritdoc/>
    public (Shape First, Shape Second, Shape Third) ResultShapes(Shape input)
    {
        if (input.Rank < 2)
            throw Contract.Refuse(input);
        int rank = Math.Min(input[^2], input[^1]);
        return (MatrixShapes.Batch(input, input[^2], rank), MatrixShapes.Batch(input, rank), MatrixShapes.Batch(input, input[^1], rank));
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<T> second, TensorView<T> third)
    {
        MatrixBatch<T> matrices = new(input), left = new(first), values = new(second, 1), right = new(third);
        for (int i = 0; i < matrices.Count; i++)
        {
            (Matrix u, double[] s, Matrix v) = Factorizations.Svd(matrices.ReadFinite(i, Contract, "a"))
                ?? throw matrices.Failure(i, Contract, "a", "has singular values that do not converge");
            left.Write(i, u);
            values.Write(i, new Matrix(s.Length, 1, s));
            right.Write(i, v);
        }
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent,
        TensorView<T> input,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> inputCotangent)
    {
        MatrixBatch<T> left = new(first), values = new(second, 1), right = new(third), inputCotangents = new(inputCotangent);
        MatrixBatch<T> ofLeft = firstCotangent.IsPresent ? new(firstCotangent) : default, ofRight = thirdCotangent.IsPresent ? new(thirdCotangent) : default;
        MatrixBatch<T> ofValues = secondCotangent.IsPresent ? new(secondCotangent, 1) : default;
        for (int i = 0; i < left.Count; i++)
        {
            SvdPullback pullback = new(left.Read(i), values.Read(i).Values, right.Read(i));
            Matrix? result = pullback.Run(ofLeft.ReadIfPresent(i), ofValues.ReadIfPresent(i)?.Values, ofRight.ReadIfPresent(i));
            inputCotangents.Write(i, result ?? throw inputCotangents.Failure(i, Contract, "a", $"has {pullback.Obstacle}, where the singular vectors have no derivative"));
        }
    }
}
