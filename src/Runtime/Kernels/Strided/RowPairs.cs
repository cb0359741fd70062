using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Strided;

/// <summary>Walks the rows of a merged nest of two operands: where each row starts in either of them.</summary>
internal ref struct RowPairs
{
    private readonly LoopNest _nest;
    private readonly Span<int> _index;

    /// <summary>Starts at the first row.</summary>
    /// <param name="nest">The merged nest.</param>
    /// <param name="index">One integer for each loop.</param>
    public RowPairs(LoopNest nest, Span<int> index)
    {
        _nest = nest;
        _index = index;
        _index.Clear();
    }

    public nint FirstOffset { get; private set; }

    public nint SecondOffset { get; private set; }

    public bool MoveNext()
    {
        ReadOnlySpan<int> sizes = _nest.Sizes;
        ReadOnlySpan<int> first = _nest.StridesOf(0);
        ReadOnlySpan<int> second = _nest.StridesOf(1);
        for (int axis = sizes.Length - 2; axis >= 0; axis--)
        {
            FirstOffset += first[axis];
            SecondOffset += second[axis];
            if (++_index[axis] < sizes[axis])
                return true;
            FirstOffset -= (nint)first[axis] * sizes[axis];
            SecondOffset -= (nint)second[axis] * sizes[axis];
            _index[axis] = 0;
        }

        return false;
    }
}
