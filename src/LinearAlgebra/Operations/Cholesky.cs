using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>The lower triangles L with <c>L L^T = (A + A^T)/2</c>, of matrices whose symmetric part is positive definite.</summary>
    /// <remarks>
    /// With the cotangent C of L and P the lower triangle of <c>L^T C</c> with its diagonal halved, the cotangent of <c>a</c> is the symmetric part of
    /// <c>L^-T P L^-1</c> (Murray 2016, "Differentiation of the Cholesky decomposition"). What arrives above the diagonal of L counts for nothing.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices; half the sum with the transposed matrix is decomposed.</param>
    /// <returns>The lower triangles, with zeros above the diagonal.</returns>
    /// <exception cref="ShapeException">The last two dimensions are not there or differ.</exception>
    /// <exception cref="MatrixException">A matrix is not positive definite, or not finite.</exception>
    [Operation(typeof(CholeskyOperation<>), Saves = Saved.Result)]
    [return: Shape("...b, n, n")]
    public static Tensor<T> Cholesky<T>([Shape("...b, n, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<CholeskyOperation<T>, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.Cholesky{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Cholesky))]
        public Tensor<T> Cholesky() => LinearAlgebra.Cholesky(a);
    }
}

/// <summary>Decomposes the symmetric part.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct CholeskyOperation<T> : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.Cholesky));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => MatrixShapes.IsSquare(input) ? input : throw Contract.Refuse(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        MatrixBatch<T> matrices = new(input), factors = new(result);
        for (int i = 0; i < matrices.Count; i++)
        {
            Matrix symmetric = matrices.ReadFinite(i, Contract, "a").Symmetrized();
            factors.Write(i, Factorizations.Cholesky(symmetric) ?? throw matrices.Failure(i, Contract, "a", "is not positive definite"));
        }
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        MatrixBatch<T> cotangents = new(cotangent), factors = new(result), inputCotangents = new(inputCotangent);
        for (int i = 0; i < cotangents.Count; i++)
        {
            Matrix upper = factors.Read(i).Transposed();
            Matrix inner = upper * cotangents.Read(i);
            for (int column = 0; column < inner.Columns; column++)
            {
                for (int row = 0; row < column; row++)
                    inner[row, column] = 0;
                inner[column, column] /= 2;
            }

            Matrix outer = Factorizations.SolveUpper(upper, Factorizations.SolveUpper(upper, inner).Transposed());
            inputCotangents.Write(i, outer.Symmetrized());
        }
    }
}
