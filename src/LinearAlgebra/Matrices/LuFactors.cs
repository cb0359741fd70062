using MathNet.Numerics.Providers.LinearAlgebra;

namespace TypedTensors.Matrices;

/// <summary>A square matrix as the product of a permutation, a unit lower and an upper triangle.</summary>
internal sealed class LuFactors
{
    private readonly int _order;
    private readonly double[] _factors;
    private readonly int[] _pivots;

    public LuFactors(Matrix matrix)
    {
        _order = matrix.Rows;
        _factors = (double[])matrix.Values.Clone();
        _pivots = new int[_order];
        if (_order > 0)
            ManagedLinearAlgebraProvider.Instance.LUFactor(_factors, _order, _pivots);
    }

    /// <summary>Whether a pivot is zero.</summary>
    public bool IsSingular => Sign == 0;

    /// <summary>The sign of the determinant; 0 where that is zero.</summary>
    public int Sign
    {
        get
        {
            int sign = 1;
            for (int i = 0; i < _order; i++)
                sign *= (_pivots[i] == i ? 1 : -1) * Math.Sign(Pivot(i));
            return sign;
        }
    }

    public double Determinant
    {
        get
        {
            double product = Sign;
            for (int i = 0; i < _order; i++)
                product *= Math.Abs(Pivot(i));
            return product;
        }
    }

    /// <summary>The logarithm of the determinant's absolute value.</summary>
    public double LogAbsDeterminant
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < _order; i++)
                sum += Math.Log(Math.Abs(Pivot(i)));
            return sum;
        }
    }

    public Matrix Inverse()
    {
        var inverse = new Matrix(_order, _order, (double[])_factors.Clone());
        if (_order > 0)
            ManagedLinearAlgebraProvider.Instance.LUInverseFactored(inverse.Values, _order, _pivots);
        return inverse;
    }

    public Matrix Solve(Matrix right)
    {
        Matrix solution = right.Clone();
        if (solution.Values.Length > 0)
            ManagedLinearAlgebraProvider.Instance.LUSolveFactored(right.Columns, _factors, _order, _pivots, solution.Values);
        return solution;
    }

    private double Pivot(int index) => _factors[(index * _order) + index];
}
