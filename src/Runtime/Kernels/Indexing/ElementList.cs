using System.Buffers;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Indexing;

/// <summary>The elements of a view as one span: its own memory where that is contiguous, else a copy that is returned to the pool.</summary>
internal readonly ref struct ElementList<T>
    where T : unmanaged
{
    private readonly T[]? _rented;

    public ElementList(TensorView<T> view)
    {
        if (view.IsContiguous)
        {
            Values = view.Elements;
            return;
        }

        int count = view.ElementCount;
        _rented = ArrayPool<T>.Shared.Rent(count);
        Span<int> strides = stackalloc int[view.Rank];
        Shape.RowMajorStrides(view.Sizes, strides);
        StridedCopy.Run(view, new TensorView<T>(_rented.AsSpan(0, count), view.Sizes, strides));
        Values = _rented.AsSpan(0, count);
    }

    public Span<T> Values { get; }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<T>.Shared.Return(_rented);
    }
}
