using TypedTensors.Kernels.Movements;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Makes dimensions longer by repeating the outermost elements: <c>a a | a b c | c c</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="pads">Two amounts, before and after, for each of the last dimensions, outermost first; dimensions before those stay.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The amounts are no pairs or negative, there are more pairs than dimensions, or there is no element to repeat.</exception>
    [Operation(typeof(PadReplicateOperation<>))]
    [return: Shape("padedge(x, pads)")]
    public static Tensor<T> PadReplicate<T>(Tensor<T> x, params ReadOnlySpan<int> pads)
        where T : unmanaged => Eager.Run<PadReplicateOperation<T>, T, T>(new PadReplicateOperation<T>(pads), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.PadReplicate{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.PadReplicate))]
        public Tensor<T> PadReplicate(params ReadOnlySpan<int> pads) => Ops.PadReplicate(x, pads);
    }
}

/// <summary>Pads with the outermost elements.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="pads">The amounts.</param>
public readonly struct PadReplicateOperation<T>(ReadOnlySpan<int> pads) : IOperation<T, T>
    where T : unmanaged
{
    private readonly int[] _pads = pads.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.PadReplicate));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        PaddedShape.TryCompute(input, _pads, static (size, before, after) => Fits(size, before) && Fits(size, after), out Shape shape)
            ? shape
            : throw Contract.Refuse(input, _pads);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        PiecewiseCopy.Run(input, result, PaddedShape.Surrounded(input.Sizes, _pads, 0, stackalloc Piece[3 * input.Rank]));

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        PiecewiseCopy.Pullback(cotangent, inputCotangent, PaddedShape.Surrounded(inputCotangent.Sizes, _pads, 0, stackalloc Piece[3 * cotangent.Rank]));

    private static bool Fits(int size, int amount) => amount == 0 || (amount > 0 && size > 0);
}
