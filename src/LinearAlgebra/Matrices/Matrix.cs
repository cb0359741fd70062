using MathNet.Numerics.Providers.LinearAlgebra;

namespace TypedTensors.Matrices;

/// <summary>A matrix in double precision, its columns one after the other, as Math.NET has them.</summary>
internal sealed class Matrix(int rows, int columns, double[] values)
{
    public Matrix(int rows, int columns)
        : this(rows, columns, new double[rows * columns])
    {
    }

    public int Rows => rows;

    public int Columns => columns;

    public double[] Values => values;

    public ref double this[int row, int column] => ref values[(column * rows) + row];

    public static Matrix operator +(Matrix left, Matrix right) => left.Zip(right, (a, b) => a + b);

    public static Matrix operator -(Matrix left, Matrix right) => left.Zip(right, (a, b) => a - b);

    public static Matrix operator *(Matrix left, Matrix right) => Product(left, false, right, false);

    public static Matrix operator -(Matrix matrix) => new(matrix.Rows, matrix.Columns, Array.ConvertAll(matrix.Values, value => -value));

    /// <summary>The product of the transposed matrix with another.</summary>
    public Matrix TransposeTimes(Matrix right) => Product(this, true, right, false);

    /// <summary>The product with another matrix transposed.</summary>
    public Matrix TimesTranspose(Matrix right) => Product(this, false, right, true);

    public Matrix Clone() => new(rows, columns, (double[])values.Clone());

    public Matrix Transposed()
    {
        var transposed = new Matrix(columns, rows);
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
                transposed[column, row] = this[row, column];
        }

        return transposed;
    }

    /// <summary>Half the sum of the matrix and its transpose.</summary>
    public Matrix Symmetrized() => Zip(Transposed(), (a, b) => (a / 2) + (b / 2));

    /// <summary>The first columns.</summary>
    public Matrix FirstColumns(int count) => new(rows, count, values[..(rows * count)]);

    /// <summary>The columns from one on.</summary>
    public Matrix ColumnsFrom(int start) => new(rows, columns - start, values[(rows * start)..]);

    /// <summary>Multiplies each column with a factor, in place.</summary>
    public Matrix ScaleColumns(ReadOnlySpan<double> factors)
    {
        for (int column = 0; column < columns; column++)
        {
            foreach (ref double value in values.AsSpan(column * rows, rows))
                value *= factors[column];
        }

        return this;
    }

    // The provider is named, so that results do not depend on which others are installed or chosen for the process.
    private static Matrix Product(Matrix left, bool transposesLeft, Matrix right, bool transposesRight)
    {
        var product = new Matrix(transposesLeft ? left.Columns : left.Rows, transposesRight ? right.Rows : right.Columns);
        if (product.Values.Length > 0 && left.Values.Length > 0)
        {
            ManagedLinearAlgebraProvider.Instance.MatrixMultiplyWithUpdate(
                transposesLeft ? Transpose.Transpose : Transpose.DontTranspose,
                transposesRight ? Transpose.Transpose : Transpose.DontTranspose,
                1, left.Values, left.Rows, left.Columns, right.Values, right.Rows, right.Columns, 0, product.Values);
        }

        return product;
    }

    private Matrix Zip(Matrix other, Func<double, double, double> function)
    {
        var result = new Matrix(rows, columns);
        for (int i = 0; i < values.Length; i++)
            result.Values[i] = function(values[i], other.Values[i]);
        return result;
    }
}
