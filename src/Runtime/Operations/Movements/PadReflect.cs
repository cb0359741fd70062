using TypedTensors.Kernels.Movements;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Makes dimensions longer with their own elements, mirrored at the outermost one: <c>c b | a b c | b a</c>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="pads">Two amounts, before and after, for each of the last dimensions, outermost first; dimensions before those stay.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The amounts are no pairs or negative, there are more pairs than dimensions, or an amount is not less than the size.</exception>
    [Operation(typeof(PadReflectOperation<>))]
    [return: Shape("padreflection(x, pads)")]
    public static Tensor<T> PadReflect<T>(Tensor<T> x, params ReadOnlySpan<int> pads)
        where T : unmanaged => Eager.Run<PadReflectOperation<T>, T, T>(new PadReflectOperation<T>(pads), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.PadReflect{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.PadReflect))]
        public Tensor<T> PadReflect(params ReadOnlySpan<int> pads) => Ops.PadReflect(x, pads);
    }
}

/// <summary>Pads with a reflection.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="pads">The amounts.</param>
public readonly struct PadReflectOperation<T>(ReadOnlySpan<int> pads) : IOperation<T, T>
    where T : unmanaged
{
    private readonly int[] _pads = pads.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.PadReflect));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        PaddedShape.TryCompute(input, _pads, static (size, before, after) => Fits(size, before) && Fits(size, after), out Shape shape)
            ? shape
            : throw Contract.Refuse(input, _pads);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        PiecewiseCopy.Run(input, result, PaddedShape.Surrounded(input.Sizes, _pads, -1, stackalloc Piece[3 * input.Rank]));

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        PiecewiseCopy.Pullback(cotangent, inputCotangent, PaddedShape.Surrounded(inputCotangent.Sizes, _pads, -1, stackalloc Piece[3 * cotangent.Rank]));

    private static bool Fits(int size, int amount) => amount == 0 || (amount > 0 && amount < size);
}
