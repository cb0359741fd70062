namespace TypedTensors.Kernels.Reductions;

/// <summary>Visits the positions of some loops in row-major order, keeping where each lies in two tensors.</summary>
internal ref struct PositionWalk
{
    private readonly ReadOnlySpan<int> _sizes;
    private readonly ReadOnlySpan<int> _firstStrides;
    private readonly ReadOnlySpan<int> _secondStrides;
    private readonly Span<int> _index;

    /// <summary>Starts at the first position.</summary>
    /// <param name="sizes">The size of each loop, none 0.</param>
    /// <param name="firstStrides">The strides of one tensor.</param>
    /// <param name="secondStrides">The strides of the other.</param>
    /// <param name="index">At least one integer for each loop.</param>
    public PositionWalk(ReadOnlySpan<int> sizes, ReadOnlySpan<int> firstStrides, ReadOnlySpan<int> secondStrides, Span<int> index)
    {
        _sizes = sizes;
        _firstStrides = firstStrides;
        _secondStrides = secondStrides;
        _index = index[..sizes.Length];
        _index.Clear();
    }

    public nint First { get; private set; }

    public nint Second { get; private set; }

    /// <summary>Goes to the next position, or back to the first after the last.</summary>
    /// <returns>False after the last.</returns>
    public bool MoveNext()
    {
        for (int loop = _sizes.Length - 1; loop >= 0; loop--)
        {
            First += _firstStrides[loop];
            Second += _secondStrides[loop];
            if (++_index[loop] < _sizes[loop])
                return true;
            First -= (nint)_firstStrides[loop] * _sizes[loop];
            Second -= (nint)_secondStrides[loop] * _sizes[loop];
            _index[loop] = 0;
        }

        return false;
    }
}
