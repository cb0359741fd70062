using TypedTensors.Kernels.Movements;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Makes dimensions longer with a value, or, where an amount is negative, shorter.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="pads">Two amounts, before and after, for each of the last dimensions, outermost first; dimensions before those stay.</param>
    /// <param name="value">What the new elements are.</param>
    /// <returns>A new tensor.</returns>
    /// <exception cref="ShapeException">The amounts are no pairs, there are more pairs than dimensions, or more is cropped than there is.</exception>
    [Operation(typeof(PadOperation<>))]
    [return: Shape("pad(x, pads)")]
    public static Tensor<T> Pad<T>(Tensor<T> x, ReadOnlySpan<int> pads, T value = default)
        where T : unmanaged => Eager.Run<PadOperation<T>, T, T>(new PadOperation<T>(pads, value), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Pad{T}(Tensor{T}, ReadOnlySpan{int}, T)"/>
        [FormOf(typeof(Ops), nameof(Ops.Pad))]
        public Tensor<T> Pad(ReadOnlySpan<int> pads, T value = default) => Ops.Pad(x, pads, value);
    }
}

/// <summary>Pads with a value, or crops.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="pads">The amounts.</param>
/// <param name="value">What the new elements are.</param>
public readonly struct PadOperation<T>(ReadOnlySpan<int> pads, T value = default) : IOperation<T, T>
    where T : unmanaged
{
    private readonly int[] _pads = pads.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Pad));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        PaddedShape.TryCompute(input, _pads, static (size, before, after) => size + Math.Min(0L, before) + Math.Min(0L, after) >= 0, out Shape shape)
            ? shape
            : throw Contract.Refuse(input, _pads, null);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        if (_pads.AsSpan().ContainsAnyExcept(0))
            result.Elements.Fill(value);
        PiecewiseCopy.Run(input, result, PaddedShape.Inside(input.Sizes, _pads, stackalloc Piece[input.Rank]));
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        PiecewiseCopy.Pullback(cotangent, inputCotangent, PaddedShape.Inside(inputCotangent.Sizes, _pads, stackalloc Piece[cotangent.Rank]));
}
