using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>The determinant of square matrices; 1 of a matrix without elements.</summary>
    /// <remarks>
    /// The cotangent of <c>a</c> is that of the determinant times the matrix of cofactors, which for regular matrices is <c>det(A) A^-T</c> (Giles 2008, 2.2.4).
    /// It is computed from the singular value decomposition (Stewart 1998, "On the adjugate matrix"), so that it is right for singular matrices as well.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <returns>One number for each matrix.</returns>
    /// <exception cref="ShapeException">The last two dimensions are not there or differ.</exception>
    /// <exception cref="MatrixException">A matrix is not finite.</exception>
    [Operation(typeof(DeterminantOperation<>), Saves = Saved.Inputs)]
    [return: Shape("...b")]
    public static Tensor<T> Determinant<T>([Shape("...b, n, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<DeterminantOperation<T>, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.Determinant{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Determinant))]
        public Tensor<T> Determinant() => LinearAlgebra.Determinant(a);
    }
}

/// <summary>Determinants by an LU decomposition, cofactors by a singular value decomposition.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct DeterminantOperation<T> : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.Determinant));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => MatrixShapes.IsSquare(input) ? MatrixShapes.Batch(input) : throw Contract.Refuse(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        MatrixBatch<T> matrices = new(input), determinants = new(result, 0);
        for (int i = 0; i < matrices.Count; i++)
            determinants.Write(i, new LuFactors(matrices.ReadFinite(i, Contract, "a")).Determinant);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        MatrixBatch<T> cotangents = new(cotangent, 0), matrices = new(input), inputCotangents = new(inputCotangent);
        for (int i = 0; i < matrices.Count; i++)
        {
            (Matrix u, double[] s, Matrix v) = Factorizations.Svd(matrices.Read(i)) ?? throw matrices.Failure(i, Contract, "a", "has singular values that do not converge");
            double factor = cotangents.Read(i)[0, 0] * new LuFactors(u).Sign * new LuFactors(v).Sign;
            inputCotangents.Write(i, u.ScaleColumns(ProductsOfOthers(s, factor)).TimesTranspose(v));
        }
    }

    private static double[] ProductsOfOthers(double[] values, double factor)
    {
        var products = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            products[i] = factor;
            factor *= values[i];
        }

        double after = 1;
        for (int i = values.Length - 1; i >= 0; i--)
        {
            products[i] *= after;
            after *= values[i];
        }

        return products;
    }

    /// <inheritdoc/>
    // Unlike the kernel this needs an inverse: the derivative at a singular matrix can be computed, but not differentiated again.
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result) =>
        (cotangent * LinearAlgebra.Determinant(input!)).Unsqueeze(-1).Unsqueeze(-1) * Ops.MatrixTranspose(LinearAlgebra.Inverse(input!));
}
