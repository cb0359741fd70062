using TypedTensors.Kernels.Movements;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Moves the elements along dimensions; what leaves at one end comes in at the other.</summary>
    /// <remarks>The element at <c>i</c> goes to <c>(i + shift) mod size</c>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="shifts">For each of the dimensions by how many positions; a negative number moves towards the beginning.</param>
    /// <param name="dims">The dimensions, negative ones counting from the end.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice, or there is not one shift for each.</exception>
    [Operation(typeof(RollOperation<>))]
    [return: Shape("axes(x, dims, shifts)")]
    public static Tensor<T> Roll<T>(Tensor<T> x, ReadOnlySpan<int> shifts, ReadOnlySpan<int> dims)
        where T : unmanaged => Eager.Run<RollOperation<T>, T, T>(new RollOperation<T>(shifts, dims), x);

    /// <inheritdoc cref="Roll{T}(Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="shifts">By how many positions; a negative number moves towards the beginning.</param>
    /// <param name="dims">The dimension; a negative one counts from the end.</param>
    [FormOf(typeof(Ops), nameof(Roll))]
    public static Tensor<T> Roll<T>(Tensor<T> x, int shifts, int dims)
        where T : unmanaged => Roll(x, [shifts], [dims]);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Roll{T}(Tensor{T}, ReadOnlySpan{int}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Roll))]
        public Tensor<T> Roll(ReadOnlySpan<int> shifts, ReadOnlySpan<int> dims) => Ops.Roll(x, shifts, dims);

        /// <inheritdoc cref="Ops.Roll{T}(Tensor{T}, int, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Roll))]
        public Tensor<T> Roll(int shifts, int dims) => Ops.Roll(x, shifts, dims);
    }
}

/// <summary>Cuts each dimension in two and exchanges the parts.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="shifts">By how many positions.</param>
/// <param name="dims">The dimensions.</param>
public readonly struct RollOperation<T>(ReadOnlySpan<int> shifts, ReadOnlySpan<int> dims) : IOperation<T, T>
    where T : unmanaged
{
    private readonly int[] _shifts = shifts.ToArray();
    private readonly int[] _dims = dims.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Roll));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => _shifts.Length == _dims.Length && Axes.TryMark(_dims, stackalloc bool[input.Rank])
        ? input
        : throw Contract.Refuse(input, _shifts, _dims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        PiecewiseCopy.Run(input, result, Pieces(input.Sizes, 1, stackalloc Piece[2 * input.Rank]));

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        PiecewiseCopy.Run(cotangent, inputCotangent, Pieces(cotangent.Sizes, -1, stackalloc Piece[2 * cotangent.Rank]));

    private ReadOnlySpan<Piece> Pieces(ReadOnlySpan<int> sizes, int direction, Span<Piece> pieces)
    {
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            pieces[2 * axis] = new Piece(axis, 0, 0, sizes[axis], 1);
            pieces[(2 * axis) + 1] = new Piece(axis, 0, 0, 0, 1);
        }

        for (int i = 0; i < _dims.Length && !sizes.IsEmpty; i++)
        {
            int axis = _dims[i] < 0 ? _dims[i] + sizes.Length : _dims[i];
            int size = sizes[axis];
            if (size == 0)
                continue;
            int shift = (int)((((long)_shifts[i] * direction % size) + size) % size);
            pieces[2 * axis] = new Piece(axis, 0, size - shift, shift, 1);
            pieces[(2 * axis) + 1] = new Piece(axis, shift, 0, size - shift, 1);
        }

        return pieces;
    }
}
