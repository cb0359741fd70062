using TypedTensors.Kernels.Movements;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Reverses the order of the elements along dimensions.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dims">The dimensions, negative ones counting from the end; none reverses nothing.</param>
    /// <returns>A new tensor of the same shape.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(FlipOperation<>))]
    [return: Shape("axes(x, dims)")]
    public static Tensor<T> Flip<T>(Tensor<T> x, params ReadOnlySpan<int> dims)
        where T : unmanaged => Eager.Run<FlipOperation<T>, T, T>(new FlipOperation<T>(dims), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Flip{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Flip))]
        public Tensor<T> Flip(params ReadOnlySpan<int> dims) => Ops.Flip(x, dims);
    }
}

/// <summary>Reverses along dimensions.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dims">The dimensions.</param>
public readonly struct FlipOperation<T>(ReadOnlySpan<int> dims) : IOperation<T, T>
    where T : unmanaged
{
    private readonly int[] _dims = dims.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Flip));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        Axes.TryMark(_dims, stackalloc bool[input.Rank]) ? input : throw Contract.Refuse(input, _dims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        PiecewiseCopy.Run(input, result, Pieces(input.Sizes, stackalloc Piece[input.Rank]));

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        PiecewiseCopy.Run(cotangent, inputCotangent, Pieces(cotangent.Sizes, stackalloc Piece[cotangent.Rank]));

    private ReadOnlySpan<Piece> Pieces(ReadOnlySpan<int> sizes, Span<Piece> pieces)
    {
        for (int axis = 0; axis < sizes.Length; axis++)
            pieces[axis] = new Piece(axis, 0, 0, sizes[axis], 1);
        foreach (int dim in sizes.IsEmpty ? [] : _dims)
        {
            int axis = dim < 0 ? dim + sizes.Length : dim;
            pieces[axis] = new Piece(axis, 0, sizes[axis] - 1, sizes[axis], -1);
        }

        return pieces;
    }
}
