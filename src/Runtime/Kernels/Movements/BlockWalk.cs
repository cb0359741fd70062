namespace TypedTensors.Kernels.Movements;

/// <summary>Walks the combinations of one piece of each axis. Pieces without positions are passed over.</summary>
internal ref struct BlockWalk
{
    private readonly int _rank;
    private readonly ReadOnlySpan<Piece> _pieces;
    private readonly Span<int> _chosen;
    private readonly Span<int> _sizes;
    private readonly Span<int> _strides;
    private bool _isStarted;

    /// <param name="rank">The number of axes.</param>
    /// <param name="pieces">The pieces, in the order of their axes.</param>
    /// <param name="memory">As many integers as <see cref="MemoryFor"/> says.</param>
    public BlockWalk(int rank, ReadOnlySpan<Piece> pieces, Span<int> memory)
    {
        _rank = rank;
        _pieces = pieces;
        _chosen = memory[..rank];
        _sizes = memory.Slice(rank, rank);
        _strides = memory.Slice(2 * rank, rank);
    }

    /// <summary>The shape of the block.</summary>
    public readonly ReadOnlySpan<int> Sizes => _sizes;

    public static int MemoryFor(int rank) => 3 * rank;

    public bool MoveNext()
    {
        if (!_isStarted)
        {
            _isStarted = true;
            for (int axis = 0; axis < _rank; axis++)
            {
                if (!Choose(axis, 0))
                    return false;
            }

            return true;
        }

        for (int axis = _rank - 1; axis >= 0; axis--)
        {
            if (Choose(axis, _chosen[axis] + 1))
                return true;
            Choose(axis, 0);
        }

        return false;
    }

    /// <summary>The offset of the block in the result.</summary>
    public readonly int ResultOffset(ReadOnlySpan<int> strides)
    {
        int offset = 0;
        for (int axis = 0; axis < _rank; axis++)
            offset += _pieces[_chosen[axis]].Result * strides[axis];
        return offset;
    }

    /// <summary>The offset in the argument of what stands first in the block.</summary>
    public readonly int InputOffset(ReadOnlySpan<int> strides)
    {
        int offset = 0;
        for (int axis = 0; axis < _rank; axis++)
            offset += _pieces[_chosen[axis]].Input * strides[axis];
        return offset;
    }

    /// <summary>The strides of the block in the argument; valid until the next call.</summary>
    public readonly ReadOnlySpan<int> InputStrides(ReadOnlySpan<int> strides)
    {
        for (int axis = 0; axis < _rank; axis++)
            _strides[axis] = _pieces[_chosen[axis]].Step * strides[axis];
        return _strides;
    }

    /// <summary>Chooses the first piece of an axis that has positions, from an index on.</summary>
    private readonly bool Choose(int axis, int from)
    {
        for (int i = from; i < _pieces.Length && _pieces[i].Axis <= axis; i++)
        {
            if (_pieces[i].Axis != axis || _pieces[i].Length == 0)
                continue;
            _chosen[axis] = i;
            _sizes[axis] = _pieces[i].Length;
            return true;
        }

        return false;
    }
}
