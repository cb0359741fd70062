using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>The eigenvalues of the symmetric part <c>(A + A^T)/2</c> of square matrices, in ascending order.</summary>
    /// <remarks>The cotangent of <c>a</c> is <c>Q diag(c) Q^T</c>, where the columns of Q are the eigenvectors and c is the cotangent (Giles 2008, 2.2.5).</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <returns>The eigenvalues of each matrix.</returns>
    /// <exception cref="ShapeException">The last two dimensions are not there or differ.</exception>
    /// <exception cref="MatrixException">A matrix is not finite, or the iteration does not converge.</exception>
    [Operation(typeof(EigenvaluesSymmetricOperation<>), Saves = Saved.Inputs)]
    [return: Shape("...b, n")]
    public static Tensor<T> EigenvaluesSymmetric<T>([Shape("...b, n, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<EigenvaluesSymmetricOperation<T>, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.EigenvaluesSymmetric{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.EigenvaluesSymmetric))]
        public Tensor<T> EigenvaluesSymmetric() => LinearAlgebra.EigenvaluesSymmetric(a);
    }
}

/// <summary>Eigenvalues by the QL method. The pullback decomposes again instead of keeping the eigenvectors.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct EigenvaluesSymmetricOperation<T> : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.EigenvaluesSymmetric));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => MatrixShapes.IsSquare(input) ? MatrixShapes.Batch(input, input[^1]) : throw Contract.Refuse(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        MatrixBatch<T> matrices = new(input), eigenvalues = new(result, 1);
        for (int i = 0; i < matrices.Count; i++)
        {
            double[] values = Decompose(matrices, i).Values;
            eigenvalues.Write(i, new Matrix(values.Length, 1, values));
        }
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        MatrixBatch<T> cotangents = new(cotangent, 1), matrices = new(input), inputCotangents = new(inputCotangent);
        for (int i = 0; i < matrices.Count; i++)
        {
            Matrix vectors = Decompose(matrices, i).Vectors;
            inputCotangents.Write(i, vectors.Clone().ScaleColumns(cotangents.Read(i).Values).TimesTranspose(vectors));
        }
    }

    private static (double[] Values, Matrix Vectors) Decompose(MatrixBatch<T> matrices, int index) =>
        Factorizations.SymmetricEigen(matrices.ReadFinite(index, Contract, "a").Symmetrized())
        ?? throw matrices.Failure(index, Contract, "a", "has eigenvalues that do not converge");
}
