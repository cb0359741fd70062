namespace TypedTensors.Kernels.Reductions;

/// <summary>
/// The dimensions of a reduction, parted into those that stay and those that go, each ordered from the largest stride in the
/// argument to the smallest and merged where they lie in memory without a gap. Neither part is empty: a loop of size 1 stands in.
/// </summary>
/// <remarks>
/// So a sum over everything is one loop for a permuted tensor too, and whether elements that are consecutive in memory belong to one
/// result or to neighbouring ones is seen at the last loop of each part.
/// </remarks>
internal readonly ref struct ReductionLoops
{
    private readonly Span<int> _memory;
    private readonly int _capacity;
    private readonly int _keptRank;
    private readonly int _reducedRank;

    /// <summary>Sorts the dimensions.</summary>
    /// <param name="sizes">The argument's sizes, none 0.</param>
    /// <param name="strides">The argument's strides.</param>
    /// <param name="reduced">For each dimension whether it goes.</param>
    /// <param name="memory">At least <see cref="MemoryFor"/> integers.</param>
    public ReductionLoops(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides, ReadOnlySpan<bool> reduced, Span<int> memory)
    {
        _memory = memory;
        _capacity = Math.Max(1, sizes.Length);
        int resultStride = 1;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            if (sizes[axis] == 1)
                continue;
            if (reduced[axis])
            {
                _reducedRank = Insert(3 * _capacity, _reducedRank, sizes[axis], strides[axis], 0);
            }
            else
            {
                _keptRank = Insert(0, _keptRank, sizes[axis], strides[axis], resultStride);
                resultStride *= sizes[axis];
            }
        }

        _keptRank = Merge(0, _keptRank);
        _reducedRank = Merge(3 * _capacity, _reducedRank);
    }

    /// <summary>The sizes of the loops over the results.</summary>
    public ReadOnlySpan<int> KeptSizes => _memory[.._keptRank];

    /// <summary>The argument's strides of the loops over the results.</summary>
    public ReadOnlySpan<int> KeptStrides => _memory.Slice(_capacity, _keptRank);

    /// <summary>The result's strides of the loops over the results.</summary>
    public ReadOnlySpan<int> ResultStrides => _memory.Slice(2 * _capacity, _keptRank);

    /// <summary>The sizes of the loops over what is combined.</summary>
    public ReadOnlySpan<int> ReducedSizes => _memory.Slice(3 * _capacity, _reducedRank);

    /// <summary>The argument's strides of the loops over what is combined.</summary>
    public ReadOnlySpan<int> ReducedStrides => _memory.Slice(4 * _capacity, _reducedRank);

    public static int MemoryFor(int rank) => 6 * Math.Max(1, rank);

    /// <summary>How far out a loop belongs: by its stride, repeated elements (stride 0) outermost.</summary>
    private static int Distance(int stride) => stride == 0 ? int.MaxValue : Math.Abs(stride);

    private int Insert(int part, int count, int size, int stride, int resultStride)
    {
        int place = count;
        for (; place > 0 && Distance(_memory[part + _capacity + place - 1]) < Distance(stride); place--)
        {
            for (int row = 0; row < 3; row++)
                _memory[part + (row * _capacity) + place] = _memory[part + (row * _capacity) + place - 1];
        }

        _memory[part + place] = size;
        _memory[part + _capacity + place] = stride;
        _memory[part + (2 * _capacity) + place] = resultStride;
        return count + 1;
    }

    private int Merge(int part, int count)
    {
        Span<int> sizes = _memory.Slice(part, _capacity);
        Span<int> strides = _memory.Slice(part + _capacity, _capacity);
        Span<int> resultStrides = _memory.Slice(part + (2 * _capacity), _capacity);
        if (count == 0)
        {
            (sizes[0], strides[0], resultStrides[0]) = (1, 1, 1);
            return 1;
        }

        int last = 0;
        for (int loop = 1; loop < count; loop++)
        {
            int size = sizes[loop];
            bool merges = strides[last] == strides[loop] * size && resultStrides[last] == resultStrides[loop] * size;
            if (merges)
                size *= sizes[last];
            else
                last++;
            (sizes[last], strides[last], resultStrides[last]) = (size, strides[loop], resultStrides[loop]);
        }

        return last + 1;
    }
}
