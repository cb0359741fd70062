using System.Numerics;
using TypedTensors.Matrices;

namespace TypedTensors;

public static partial class LinearAlgebra
{
    /// <summary>The X of the linear equations A X = B.</summary>
    /// <remarks>
    /// The dimensions before the last two broadcast. With the cotangent C of X, the cotangent of <c>b</c> is <c>D = A^-T C</c> and that of <c>a</c> is
    /// <c>-D X^T</c> (Giles 2008, 2.3.1), each summed over what was broadcast.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="a">The matrices A.</param>
    /// <param name="b">The right sides B, as the columns of matrices.</param>
    /// <returns>The solutions, as columns.</returns>
    /// <exception cref="ShapeException">The matrices are not square, the right sides have another number of rows, or the leading dimensions do not broadcast.</exception>
    /// <exception cref="MatrixException">A matrix is singular, or not finite.</exception>
    [Operation(typeof(SolveOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("matmul(a, b)")]
    public static Tensor<T> Solve<T>([Shape("...c, n, n")] Tensor<T> a, [Shape("...d, n, k")] Tensor<T> b)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<SolveOperation<T>, T, T, T>(default, a, b);
}

public static partial class LinearAlgebraExtensions
{
    extension<T>(Tensor<T> a)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="LinearAlgebra.Solve{T}"/>
        [FormOf(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve))]
        public Tensor<T> Solve(Tensor<T> b) => LinearAlgebra.Solve(a, b);
    }
}

/// <summary>Solves by an LU decomposition with row exchanges.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct SolveOperation<T> : IOperation<T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(LinearAlgebra), nameof(LinearAlgebra.Solve));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right)
    {
        if (!MatrixShapes.IsSquare(left) || right.Rank < 2 || right[^2] != left[^1])
            throw Contract.Refuse(left, right);
        int[] sizes = new int[Math.Max(left.Rank, right.Rank)];
        (sizes[^2], sizes[^1]) = (right[^2], right[^1]);
        for (int fromEnd = 3; fromEnd <= sizes.Length; fromEnd++)
        {
            int one = fromEnd <= left.Rank ? left[^fromEnd] : 1, other = fromEnd <= right.Rank ? right[^fromEnd] : 1;
            sizes[^fromEnd] = one == other || other == 1 ? one : one == 1 ? other : throw Contract.Refuse(left, right);
        }

        return new Shape(sizes);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result)
    {
        MatrixBatch<T> solutions = new(result), matrices = new(left, result.Sizes[..^2]), rightSides = new(right, result.Sizes[..^2]);
        for (int i = 0; i < solutions.Count; i++)
        {
            LuFactors factors = new(matrices.ReadFinite(i, Contract, "a"));
            if (factors.IsSingular)
                throw matrices.Failure(i, Contract, "a", "is singular");
            solutions.Write(i, factors.Solve(rightSides.ReadFinite(i, Contract, "b")));
        }
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent, TensorView<T> left, TensorView<T> right, TensorView<T> result, TensorView<T> leftCotangent, TensorView<T> rightCotangent)
    {
        ReadOnlySpan<int> batch = cotangent.Sizes[..^2];
        MatrixBatch<T> cotangents = new(cotangent), matrices = new(left, batch), solutions = new(result);
        if (leftCotangent.IsPresent)
            leftCotangent.Elements.Clear();
        if (rightCotangent.IsPresent)
            rightCotangent.Elements.Clear();
        for (int i = 0; i < cotangents.Count; i++)
        {
            Matrix ofRight = new LuFactors(matrices.Read(i).Transposed()).Solve(cotangents.Read(i));
            if (rightCotangent.IsPresent)
                new MatrixBatch<T>(rightCotangent, batch).Add(i, ofRight);
            if (leftCotangent.IsPresent)
                new MatrixBatch<T>(leftCotangent, batch).Add(i, -ofRight.TimesTranspose(solutions.Read(i)));
        }
    }
}
