namespace TypedTensors;

// How many pieces there are depends on sizes, so these are composed of slices and have no declared result: each piece is a window like any other.
public static partial class Ops
{
    /// <summary>Cuts a dimension into pieces of a given size; the last one may be smaller. The pieces share the storage of <paramref name="x"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of rank 1 or more.</param>
    /// <param name="size">The size of a piece, 1 or more.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>The pieces in order, at least one.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or <paramref name="size"/> is less than 1.</exception>
    public static Tensor<T>[] Split<T>(Tensor<T> x, int size, int dim = 0)
        where T : unmanaged
    {
        int axis = AxisOf(nameof(Split), x.Shape, dim);
        if (size < 1)
            throw new ShapeException($"{nameof(Split)}: size is {size}; a piece of x {x.Shape} has at least 1 position of dimension {axis}");
        return Pieces(x, axis, size, Math.Max(1, (int)Math.Ceiling(x.Shape[axis] / (double)size)));
    }

    /// <summary>Cuts a dimension into pieces of given sizes. The pieces share the storage of <paramref name="x"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of rank 1 or more.</param>
    /// <param name="sizes">The sizes of the pieces, which add up to that of the dimension.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>The pieces in order.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or the sizes do not add up to that of the dimension.</exception>
    public static Tensor<T>[] Split<T>(Tensor<T> x, ReadOnlySpan<int> sizes, int dim = 0)
        where T : unmanaged
    {
        int axis = AxisOf(nameof(Split), x.Shape, dim);
        var pieces = new Tensor<T>[sizes.Length];
        long start = 0;
        for (int i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] < 0 || start + sizes[i] > x.Shape[axis])
                throw WrongSizes(x.Shape, axis, sizes);
            pieces[i] = Piece(x, axis, (int)start, sizes[i]);
            start += sizes[i];
        }

        return start == x.Shape[axis] ? pieces : throw WrongSizes(x.Shape, axis, sizes);
    }

    /// <summary>
    /// Cuts a dimension into a number of pieces of the same size, as far as it goes: all have the size of the dimension divided by the number, rounded up, but the
    /// last, and there may be fewer. The pieces share the storage of <paramref name="x"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of rank 1 or more.</param>
    /// <param name="chunks">How many pieces at most, 1 or more.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>The pieces in order, at least one.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or <paramref name="chunks"/> is less than 1.</exception>
    public static Tensor<T>[] Chunk<T>(Tensor<T> x, int chunks, int dim = 0)
        where T : unmanaged
    {
        int axis = AxisOf(nameof(Chunk), x.Shape, dim);
        if (chunks < 1)
            throw new ShapeException($"{nameof(Chunk)}: chunks is {chunks}; x {x.Shape} is cut into at least 1 piece along dimension {axis}");
        int size = (int)Math.Ceiling(x.Shape[axis] / (double)chunks);
        return Pieces(x, axis, size, size == 0 ? chunks : (int)Math.Ceiling(x.Shape[axis] / (double)size));
    }

    private static int AxisOf(string operation, Shape shape, int dim) => Axes.TryResolve(dim, shape.Rank, out int axis)
        ? axis
        : throw new ShapeException($"{operation}: axis {dim} is out of range for x {shape}, which has {shape.Rank} dimension{(shape.Rank == 1 ? "" : "s")}");

    private static Tensor<T>[] Pieces<T>(Tensor<T> x, int axis, int size, int count)
        where T : unmanaged
    {
        var pieces = new Tensor<T>[count];
        for (int i = 0; i < count; i++)
            pieces[i] = Piece(x, axis, i * size, Math.Min(size, x.Shape[axis] - (i * size)));
        return pieces;
    }

    private static Tensor<T> Piece<T>(Tensor<T> x, int axis, int start, int size)
        where T : unmanaged
    {
        var slices = new Slice[axis + 1];
        slices[axis] = start..(start + size);
        return GetItem(x, slices);
    }

    private static ShapeException WrongSizes(Shape shape, int axis, ReadOnlySpan<int> sizes) =>
        new($"{nameof(Split)}: the sizes [{string.Join(", ", sizes.ToArray())}] do not add up to the {shape[axis]} in dimension {axis} of x {shape}");
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Split{T}(Tensor{T}, int, int)"/>
        public Tensor<T>[] Split(int size, int dim = 0) => Ops.Split(x, size, dim);

        /// <inheritdoc cref="Ops.Split{T}(Tensor{T}, ReadOnlySpan{int}, int)"/>
        public Tensor<T>[] Split(ReadOnlySpan<int> sizes, int dim = 0) => Ops.Split(x, sizes, dim);

        /// <inheritdoc cref="Ops.Chunk{T}(Tensor{T}, int, int)"/>
        public Tensor<T>[] Chunk(int chunks, int dim = 0) => Ops.Chunk(x, chunks, dim);
    }
}
