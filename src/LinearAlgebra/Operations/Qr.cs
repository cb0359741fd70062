using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>The reduced QR decomposition <c>A = Q R</c>: Q has orthonormal columns, R is an upper triangle whose diagonal is not negative.</summary>
    /// <remarks>
    /// With cotangents C of Q and D of R and <c>M = R D^T - C^T Q</c>, the cotangent of a matrix with no more columns than rows is
    /// <c>(C + Q sym(M)) R^-T</c>, where <c>sym</c> mirrors the lower triangle (Seeger et al. 2017, "Auto-differentiating linear algebra"). What a wide matrix has
    /// more is <c>Q^T</c> times its columns (Roberts and Roberts 2020, "QR and LQ decomposition matrix backpropagation algorithms"). There is no derivative where the first columns depend
    /// on each other.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <returns>Q and R.</returns>
    /// <exception cref="ShapeException">There are fewer than two dimensions.</exception>
    /// <exception cref="MatrixException">A matrix is not finite; or, in the backward pass, its first columns depend on each other.</exception>
    [Operation(typeof(QrOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shapes("...b, m, min(m, n)", "...b, min(m, n), n")]
    public static (Tensor<T> Q, Tensor<T> R) Qr<T>([Shape("...b, m, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.RunPair<QrOperation<T>, T, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.Qr{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Qr))]
        public (Tensor<T> Q, Tensor<T> R) Qr() => LinearAlgebra.Qr(a);
    }
}

/// <summary>Decomposes by Householder reflections, and turns the signs.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct QrOperation<T> : IPairOperation<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.Qr));

    /// <inheritdoc/>
    public (Shape First, Shape Second) ResultShapes(Shape input)
    {
        if (input.Rank < 2)
            throw Contract.Refuse(input);
        int rank = Math.Min(input[^2], input[^1]);
        return (MatrixShapes.Batch(input, input[^2], rank), MatrixShapes.Batch(input, rank, input[^1]));
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<T> second)
    {
        MatrixBatch<T> matrices = new(input), orthogonal = new(first), triangles = new(second);
        for (int i = 0; i < matrices.Count; i++)
        {
            (Matrix q, Matrix r) = Factorizations.Qr(matrices.ReadFinite(i, Contract, "a"));
            orthogonal.Write(i, q);
            triangles.Write(i, r);
        }
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent, TensorView<T> secondCotangent, TensorView<T> input, TensorView<T> first, TensorView<T> second, TensorView<T> inputCotangent)
    {
        MatrixBatch<T> orthogonal = new(first), triangles = new(second), matrices = new(input), inputCotangents = new(inputCotangent);
        MatrixBatch<T> ofOrthogonal = firstCotangent.IsPresent ? new(firstCotangent) : default, ofTriangles = secondCotangent.IsPresent ? new(secondCotangent) : default;
        for (int i = 0; i < matrices.Count; i++)
        {
            (Matrix q, Matrix r) = (orthogonal.Read(i), triangles.Read(i));
            Matrix qCotangent = ofOrthogonal.ReadIfPresent(i) ?? new(q.Rows, q.Columns);
            Matrix rCotangent = ofTriangles.ReadIfPresent(i) ?? new(r.Rows, r.Columns);
            int rank = q.Columns;
            for (int row = 0; row < rank; row++)
            {
                if (r[row, row] == 0)
                    throw matrices.Failure(i, Contract, "a", $"has a column {row} that depends on those before, where the decomposition has no derivative");
            }

            if (rank == r.Columns)
            {
                inputCotangents.Write(i, PullSquare(q, r, qCotangent, rCotangent));
                continue;
            }

            Matrix ofRest = rCotangent.ColumnsFrom(rank);
            qCotangent += matrices.Read(i).ColumnsFrom(rank).TimesTranspose(ofRest);
            Matrix ofFirst = PullSquare(q, r.FirstColumns(rank), qCotangent, rCotangent.FirstColumns(rank));
            inputCotangents.Write(i, new Matrix(q.Rows, r.Columns, [.. ofFirst.Values, .. (q * ofRest).Values]));
        }
    }

    private static Matrix PullSquare(Matrix q, Matrix r, Matrix qCotangent, Matrix rCotangent)
    {
        Matrix inner = r.TimesTranspose(rCotangent) - qCotangent.TransposeTimes(q);
        for (int column = 0; column < inner.Columns; column++)
        {
            for (int row = 0; row < column; row++)
                inner[row, column] = inner[column, row];
        }

        return Factorizations.SolveUpper(r, (qCotangent + (q * inner)).Transposed()).Transposed();
    }
}
