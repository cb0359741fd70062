namespace TypedTensors.Matrices;

/// <summary>The pullback of the reduced singular value decomposition of one matrix (Townsend 2016).</summary>
internal sealed class SvdPullback(Matrix u, double[] s, Matrix v)
{
    /// <summary>Why there is no derivative.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>The cotangent of the matrix; null where the vectors have no derivative.</summary>
    public Matrix? Run(Matrix? ofU, double[]? ofS, Matrix? ofV)
    {
        (Matrix? uProduct, Matrix? vProduct) = (ofU is null ? null : u.TransposeTimes(ofU), ofV is null ? null : v.TransposeTimes(ofV));
        Matrix core = Core(uProduct, ofS, vProduct);
        Matrix left = u * core;

        // What changes a vector in a direction outside of all the others: only the side that has more rows than columns has such directions.
        if (ofU is not null && u.Rows > s.Length)
            left += DivideColumns(ofU - (u * uProduct!));
        Matrix result = left.TimesTranspose(v);
        if (ofV is not null && v.Rows > s.Length)
            result += u.TimesTranspose(DivideColumns(ofV - (v * vProduct!)));
        return Obstacle is null ? result : null;
    }

    private Matrix Core(Matrix? uProduct, double[]? ofS, Matrix? vProduct)
    {
        var core = new Matrix(s.Length, s.Length);
        for (int row = 0; row < s.Length; row++)
        {
            for (int column = 0; column < s.Length; column++)
            {
                if (row == column)
                {
                    core[row, row] = ofS?[row] ?? 0;
                    continue;
                }

                double turning = 0;
                if (uProduct is not null)
                    turning += (uProduct[row, column] - uProduct[column, row]) * s[column];
                if (vProduct is not null)
                    turning += (vProduct[row, column] - vProduct[column, row]) * s[row];
                if (turning == 0)
                    continue;
                if (s[row] == s[column])
                    Obstacle ??= $"the equal singular values {Math.Min(row, column)} and {Math.Max(row, column)}";
                core[row, column] = turning / (s[column] - s[row]) / (s[column] + s[row]);
            }
        }

        return core;
    }

    private Matrix DivideColumns(Matrix matrix)
    {
        for (int column = 0; column < matrix.Columns; column++)
        {
            for (int row = 0; row < matrix.Rows; row++)
            {
                if (matrix[row, column] == 0)
                    continue;
                if (s[column] == 0)
                    Obstacle ??= $"a singular value {column} that is 0";
                matrix[row, column] /= s[column];
            }
        }

        return matrix;
    }
}
