namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// The diagonal of two dimensions, which becomes the last dimension after those that are left. The result shares the storage of <paramref name="x"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor with two dimensions or more.</param>
    /// <param name="offset">How many positions along <paramref name="dim2"/> the diagonal begins; a negative one counts along <paramref name="dim1"/>.</param>
    /// <param name="dim1">The dimension of the rows; a negative one counts from the end.</param>
    /// <param name="dim2">The dimension of the columns; a negative one counts from the end.</param>
    /// <returns>A tensor over the same storage; its last dimension is empty where the diagonal lies outside.</returns>
    /// <exception cref="ShapeException">A dimension is out of range, or both are the same.</exception>
    [Operation(typeof(DiagonalOperation))]
    [return: Shape("diagonal(x, offset, dim1, dim2)")]
    public static Tensor<T> Diagonal<T>(Tensor<T> x, int offset = 0, int dim1 = 0, int dim2 = 1)
        where T : unmanaged => Eager.View(new DiagonalOperation(offset, dim1, dim2), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Diagonal{T}(Tensor{T}, int, int, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Diagonal))]
        public Tensor<T> Diagonal(int offset = 0, int dim1 = 0, int dim2 = 1) => Ops.Diagonal(x, offset, dim1, dim2);
    }
}

/// <summary>Walks two dimensions at once.</summary>
/// <param name="offset">Where the diagonal begins.</param>
/// <param name="dim1">The dimension of the rows.</param>
/// <param name="dim2">The dimension of the columns.</param>
public readonly struct DiagonalOperation(int offset, int dim1, int dim2) : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Diagonal));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        int rank = input.Shape.Rank;
        if (!Axes.TryResolve(dim1, rank, out int row) || !Axes.TryResolve(dim2, rank, out int column) || row == column)
            throw Contract.Refuse(input.Shape, offset, dim1, dim2);
        long rows = input.Shape[row] + Math.Min(0L, offset), columns = input.Shape[column] - Math.Max(0L, offset);
        int length = (int)Math.Max(0, Math.Min(rows, columns));
        List<int> sizes = [];
        List<int> strides = [];
        for (int axis = 0; axis < rank; axis++)
        {
            if (axis == row || axis == column)
                continue;
            sizes.Add(input.Shape[axis]);
            strides.Add(input.Strides[axis]);
        }

        Shape shape = new([.. sizes, length]);
        int first = offset >= 0 ? offset * input.Strides[column] : -offset * input.Strides[row];
        return new Layout(shape, [.. strides, input.Strides[row] + input.Strides[column]], input.Offset + (shape.ElementCount == 0 ? 0 : first));
    }
}
