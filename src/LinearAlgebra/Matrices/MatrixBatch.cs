using System.Numerics;

namespace TypedTensors.Matrices;

/// <summary>The matrices of a tensor, in the row-major order of the dimensions before the last two.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="view">The tensor, of any strides.</param>
/// <param name="batch">The sizes that the leading dimensions are broadcast to.</param>
/// <param name="own">How many dimensions of the tensor belong to one entry: 2, or 1 or 0 for vectors and numbers in the place of matrices.</param>
internal readonly ref struct MatrixBatch<T>(TensorView<T> view, ReadOnlySpan<int> batch, int own = 2)
    where T : unmanaged, INumberBase<T>
{
    private readonly TensorView<T> _view = view;
    private readonly ReadOnlySpan<int> _batch = batch;
    private readonly int _own = own;

    public MatrixBatch(TensorView<T> view, int own = 2)
        : this(view, view.Sizes[..^own], own)
    {
    }

    public bool IsPresent => _view.IsPresent;

    /// <summary>The number of matrices, those that broadcasting repeats included.</summary>
    public int Count
    {
        get
        {
            int count = 1;
            foreach (int size in _batch)
                count *= size;
            return count;
        }
    }

    private int Rows => _own > 0 ? _view.Sizes[^_own] : 1;

    private int Columns => _own > 1 ? _view.Sizes[^1] : 1;

    private int RowStride => _own > 0 ? _view.Strides[^_own] : 0;

    private int ColumnStride => _own > 1 ? _view.Strides[^1] : 0;

    /// <summary>A copy of one matrix; of a vector as a column.</summary>
    public Matrix Read(int index)
    {
        var matrix = new Matrix(Rows, Columns);
        if (matrix.Values.Length == 0)
            return matrix;
        int start = Offset(index), rowStride = RowStride, columnStride = ColumnStride;
        for (int column = 0; column < matrix.Columns; column++)
        {
            for (int row = 0; row < matrix.Rows; row++)
                matrix[row, column] = double.CreateChecked(_view.Buffer[start + (row * rowStride) + (column * columnStride)]);
        }

        return matrix;
    }

    /// <summary>A copy of one matrix, all of whose elements are finite.</summary>
    /// <exception cref="MatrixException">An element is not finite.</exception>
    public Matrix ReadFinite(int index, OperationContract operation, string name)
    {
        Matrix matrix = Read(index);
        foreach (double value in matrix.Values)
        {
            if (!double.IsFinite(value))
                throw Failure(index, operation, name, "has an element that is not finite");
        }

        return matrix;
    }

    /// <summary>A matrix that is not there counts as zeros.</summary>
    public Matrix? ReadIfPresent(int index) => IsPresent ? Read(index) : null;

    public void Write(int index, Matrix matrix)
    {
        if (matrix.Values.Length == 0)
            return;
        int start = Offset(index), rowStride = RowStride, columnStride = ColumnStride;
        for (int row = 0; row < matrix.Rows; row++)
        {
            for (int column = 0; column < matrix.Columns; column++)
                _view.Buffer[start + (row * rowStride) + (column * columnStride)] = T.CreateTruncating(matrix[row, column]);
        }
    }

    /// <summary>Adds to what is there; broadcasting sums into the same matrix.</summary>
    public void Add(int index, Matrix matrix) => Write(index, Read(index) + matrix);

    public void Write(int index, double number) => Write(index, new Matrix(1, 1, [number]));

    /// <summary>What to throw when a matrix does not allow the operation.</summary>
    public MatrixException Failure(int index, OperationContract operation, string name, string problem)
    {
        int[] position = new int[_batch.Length];
        for (int axis = position.Length - 1; axis >= 0; axis--)
            (index, position[axis]) = Math.DivRem(index, _batch[axis]);
        string place = position.Length > 0 ? $"[{string.Join(", ", position)}]" : "";
        return new MatrixException($"{operation.Name}: the matrix {name}{place} {problem}");
    }

    private int Offset(int index)
    {
        int offset = 0;
        int added = _batch.Length - (_view.Rank - _own);
        for (int axis = _batch.Length - 1; axis >= added; axis--)
        {
            (index, int position) = Math.DivRem(index, _batch[axis]);
            if (_view.Sizes[axis - added] != 1)
                offset += position * _view.Strides[axis - added];
        }

        return offset;
    }
}
