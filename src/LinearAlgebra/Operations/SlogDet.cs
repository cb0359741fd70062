using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>Sign and logarithm of the absolute value of the determinant of square matrices. Of a singular matrix they are 0 and negative infinity.</summary>
    /// <remarks>
    /// A gradient reaches <c>a</c> through the logarithm alone: its cotangent times <c>A^-T</c> (Giles 2008, 2.2.4). There is none where a matrix is singular.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices.</param>
    /// <returns>Two numbers for each matrix.</returns>
    /// <exception cref="ShapeException">The last two dimensions are not there or differ.</exception>
    /// <exception cref="MatrixException">A matrix is not finite; or, in the backward pass, singular.</exception>
    [Operation(typeof(SlogDetOperation<>), Saves = Saved.Inputs)]
    [return: Shapes("...b", "...b")]
    public static (Tensor<T> Sign, Tensor<T> LogAbsDet) SlogDet<T>([Shape("...b, n, n")] Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.RunPair<SlogDetOperation<T>, T, T, T>(default, a);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.SlogDet{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.SlogDet))]
        public (Tensor<T> Sign, Tensor<T> LogAbsDet) SlogDet() => LinearAlgebra.SlogDet(a);
    }
}

/// <summary>Sums the logarithms of the pivots of an LU decomposition.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SlogDetOperation<T> : IPairOperation<T, T, T>, IRecordedPairPullback<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.SlogDet));

    /// <inheritdoc/>
    public (Shape First, Shape Second) ResultShapes(Shape input) =>
        MatrixShapes.IsSquare(input) ? (MatrixShapes.Batch(input), MatrixShapes.Batch(input)) : throw Contract.Refuse(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<T> second)
    {
        MatrixBatch<T> matrices = new(input), signs = new(first, 0), logarithms = new(second, 0);
        for (int i = 0; i < matrices.Count; i++)
        {
            LuFactors factors = new(matrices.ReadFinite(i, Contract, "a"));
            signs.Write(i, factors.Sign);
            logarithms.Write(i, factors.LogAbsDeterminant);
        }
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent, TensorView<T> secondCotangent, TensorView<T> input, TensorView<T> first, TensorView<T> second, TensorView<T> inputCotangent)
    {
        if (!secondCotangent.IsPresent)
        {
            inputCotangent.Elements.Clear();
            return;
        }

        MatrixBatch<T> cotangents = new(secondCotangent, 0), matrices = new(input), inputCotangents = new(inputCotangent);
        for (int i = 0; i < matrices.Count; i++)
        {
            Matrix matrix = matrices.Read(i);
            double cotangent = cotangents.Read(i)[0, 0];
            if (cotangent == 0)
            {
                inputCotangents.Write(i, new Matrix(matrix.Rows, matrix.Columns));
                continue;
            }

            LuFactors factors = new(matrix.Transposed());
            if (factors.IsSingular)
                throw matrices.Failure(i, Contract, "a", "is singular, where the logarithm has no derivative");
            double[] scales = new double[matrix.Columns];
            Array.Fill(scales, cotangent);
            inputCotangents.Write(i, factors.Inverse().ScaleColumns(scales));
        }
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(
        Tensor<T>? firstCotangent, Tensor<T>? secondCotangent, Shape shape, Tensor<T>? input, Tensor<T>? first, Tensor<T>? second) =>
        secondCotangent is null ? input! * T.Zero : secondCotangent.Unsqueeze(-1).Unsqueeze(-1) * Ops.MatrixTranspose(LinearAlgebra.Inverse(input!));
}
