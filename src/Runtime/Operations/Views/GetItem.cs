using System.Runtime.CompilerServices;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Selects positions and parts of dimensions, outermost first; dimensions without a slice are kept whole. The result shares the
    /// storage of <paramref name="x"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="slices">For each dimension a position, a range, or a new dimension to insert before it; see <see cref="Slice"/>.</param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException">A position or a range lies outside its dimension, or there are more slices than dimensions.</exception>
    [Operation(typeof(GetItemOperation))]
    [return: Shape("slice(x, slices)")]
    public static Tensor<T> GetItem<T>(Tensor<T> x, params ReadOnlySpan<Slice> slices)
        where T : unmanaged => Eager.View(new GetItemOperation(slices), x);
}

// An indexer cannot be an extension.
public sealed partial class Tensor<T>
{
    /// <inheritdoc cref="Ops.GetItem{T}(Tensor{T}, ReadOnlySpan{Slice})"/>
    [IndexerName("Part")]
    [FormOf(typeof(Ops), nameof(Ops.GetItem))]
    public Tensor<T> this[params ReadOnlySpan<Slice> slices] => Ops.GetItem(this, slices);
}

/// <summary>Moves the offset, and drops, shortens, spreads or inserts dimensions.</summary>
/// <param name="slices">What to do with each dimension.</param>
public readonly struct GetItemOperation(ReadOnlySpan<Slice> slices) : IViewOperation
{
    private readonly Slice[] _slices = slices.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.GetItem));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        List<int> sizes = [];
        List<int> strides = [];
        int offset = input.Offset;
        int axis = 0;
        foreach (Slice slice in _slices)
        {
            if (slice.IsNewAxis)
            {
                sizes.Add(1);
                strides.Add(axis < input.Strides.Length ? Math.Max(1, input.Shape[axis]) * input.Strides[axis] : 1);
                continue;
            }

            if (axis == input.Shape.Rank)
                throw Contract.Refuse(input.Shape, _slices);
            int size = input.Shape[axis];
            int stride = input.Strides[axis];
            int start = slice.StartIsFromEnd ? size - slice.StartValue : slice.StartValue;
            int end = slice.End.GetOffset(size);
            bool fits = slice.IsIndex ? (uint)start < (uint)size : start >= 0 && start <= end && end <= size;
            if (!fits)
                throw Contract.Refuse(input.Shape, _slices);
            if (!slice.IsIndex)
            {
                sizes.Add((end - start + slice.StepSize - 1) / slice.StepSize);
                strides.Add(stride * slice.StepSize);
            }

            offset += start * stride;
            axis++;
        }

        sizes.AddRange(input.Shape.Sizes[axis..]);
        strides.AddRange(input.Strides.AsSpan(axis));

        // Where nothing is selected the offset must not leave the storage.
        Shape shape = new([.. sizes]);
        return new Layout(shape, [.. strides], shape.ElementCount == 0 ? input.Offset : offset);
    }
}
