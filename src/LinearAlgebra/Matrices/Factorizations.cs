using System.Numerics;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace TypedTensors.Matrices;

/// <summary>Matrices as products of simpler ones. The arguments are left as they are.</summary>
internal static class Factorizations
{
    private static ManagedLinearAlgebraProvider Provider => ManagedLinearAlgebraProvider.Instance;

    /// <summary>The lower triangle L of a symmetric matrix L L^T; null when it is not positive definite.</summary>
    public static Matrix? Cholesky(Matrix matrix)
    {
        Matrix factor = matrix.Clone();
        if (matrix.Rows == 0)
            return factor;
        try
        {
            Provider.CholeskyFactor(factor.Values, matrix.Rows);
        }
        catch (ArgumentException)
        {
            return null;
        }

        return factor;
    }

    /// <summary>Q with min(m, n) orthonormal columns and an upper triangle R, whose diagonal is not negative.</summary>
    public static (Matrix Q, Matrix R) Qr(Matrix matrix)
    {
        int rank = Math.Min(matrix.Rows, matrix.Columns);
        // The provider wants no more columns than rows: the first ones determine Q, and R is Q^T A for the others.
        Matrix q = matrix.FirstColumns(rank);
        var r = new Matrix(rank, rank);
        if (rank == 0)
            return (q, new Matrix(0, matrix.Columns));
        double scale = Normalize(q);
        Provider.ThinQRFactor(q.Values, q.Rows, rank, r.Values, new double[rank]);
        var signs = new double[rank];
        for (int row = 0; row < rank; row++)
        {
            signs[row] = r[row, row] < 0 ? -1 : 1;
            for (int column = row; column < rank; column++)
                r[row, column] *= signs[row] * scale;
        }

        q.ScaleColumns(signs);
        if (rank == matrix.Columns)
            return (q, r);
        Matrix rest = q.TransposeTimes(matrix.ColumnsFrom(rank));
        return (q, new Matrix(rank, matrix.Columns, [.. r.Values, .. rest.Values]));
    }

    /// <summary>Orthonormal columns U and V and singular values in descending order, with A = U diag(S) V^T.</summary>
    /// <returns>The factors; null when the iteration does not converge.</returns>
    public static (Matrix U, double[] S, Matrix V)? Svd(Matrix matrix)
    {
        if (matrix.Rows < matrix.Columns)
            return Svd(matrix.Transposed()) is { } transposed ? (transposed.V, transposed.S, transposed.U) : null;
        int rank = matrix.Columns;
        var s = new double[rank];
        (Matrix u, Matrix transposedV) = (new(rank, rank), new(rank, rank));
        if (rank == 0)
            return (new Matrix(matrix.Rows, 0), s, transposedV);

        // The triangle of a QR decomposition has the same singular values, and no more than the columns that are wanted.
        (Matrix q, Matrix square) = matrix.Rows > rank ? Qr(matrix) : (null!, matrix.Clone());
        double scale = Normalize(square);
        try
        {
            Provider.SingularValueDecomposition(true, square.Values, rank, rank, s, u.Values, transposedV.Values);
        }
        catch (NonConvergenceException)
        {
            return null;
        }

        for (int i = 0; i < rank; i++)
            s[i] = Math.Abs(s[i]) * scale;
        return (q is null ? u : q * u, s, transposedV.Transposed());
    }

    /// <summary>The eigenvalues of a symmetric matrix in ascending order, and an orthonormal eigenvector for each.</summary>
    /// <returns>The decomposition; null when the iteration does not converge.</returns>
    public static (double[] Values, Matrix Vectors)? SymmetricEigen(Matrix matrix)
    {
        int order = matrix.Rows;
        var vectors = new Matrix(order, order);
        if (order == 0)
            return ([], vectors);
        Matrix scaled = matrix.Clone();
        double scale = Normalize(scaled);
        var values = new Complex[order];
        try
        {
            Provider.EigenDecomp(true, order, scaled.Values, vectors.Values, values, new double[order * order]);
        }
        catch (NonConvergenceException)
        {
            return null;
        }

        return (Array.ConvertAll(values, value => value.Real * scale), vectors);
    }

    /// <summary>The X of R X = B for an upper triangle R, of which nothing else is read.</summary>
    public static Matrix SolveUpper(Matrix triangle, Matrix right)
    {
        Matrix solution = right.Clone();
        for (int column = 0; column < right.Columns; column++)
        {
            for (int row = triangle.Columns - 1; row >= 0; row--)
            {
                double sum = solution[row, column];
                for (int i = row + 1; i < triangle.Columns; i++)
                    sum -= triangle[row, i] * solution[i, column];
                solution[row, column] = sum / triangle[row, row];
            }
        }

        return solution;
    }

    // Divides by a power of two, after which squares neither overflow nor vanish; returns what was divided by.
    private static double Normalize(Matrix matrix)
    {
        double largest = 0;
        foreach (double value in matrix.Values)
            largest = Math.Max(largest, Math.Abs(value));
        if (largest is > 1e-100 and < 1e100 or 0)
            return 1;
        int exponent = Math.ILogB(largest);
        foreach (ref double value in matrix.Values.AsSpan())
            value = Math.ScaleB(value, -exponent);
        return Math.ScaleB(1, exponent);
    }
}
