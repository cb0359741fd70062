namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// The loops over several operands of one shape, each with strides of its own, with dimensions merged where all operands allow it.
/// </summary>
internal ref struct LoopNest
{
    private readonly Span<int> _memory;
    private readonly int _capacity;
    private readonly int _operandCount;

    /// <summary>Starts a nest; then each operand is set, then <see cref="Merge"/> called.</summary>
    /// <param name="sizes">The common shape.</param>
    /// <param name="operandCount">How many operands there are.</param>
    /// <param name="memory">At least <see cref="MemoryFor"/> integers.</param>
    public LoopNest(ReadOnlySpan<int> sizes, int operandCount, Span<int> memory)
    {
        _memory = memory;
        _capacity = Math.Max(1, sizes.Length);
        _operandCount = operandCount;
        Rank = sizes.Length;
        sizes.CopyTo(memory);
    }

    /// <summary>The number of loops, at least one after merging.</summary>
    public int Rank { get; private set; }

    public readonly ReadOnlySpan<int> Sizes => _memory[..Rank];

    public readonly int InnerSize => _memory[Rank - 1];

    public static int MemoryFor(int rank, int operandCount) => Math.Max(1, rank) * (operandCount + 1);

    public readonly ReadOnlySpan<int> StridesOf(int operand) => _memory.Slice((operand + 1) * _capacity, Rank);

    /// <summary>Sets an operand's strides, aligned at the innermost dimension; where its size is 1 or missing it is repeated.</summary>
    public readonly void SetOperand(int operand, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides)
    {
        Span<int> destination = _memory.Slice((operand + 1) * _capacity, Rank);
        int missing = Rank - sizes.Length;
        destination[..missing].Clear();
        for (int axis = 0; axis < sizes.Length; axis++)
            destination[missing + axis] = sizes[axis] == 1 ? 0 : strides[axis];
    }

    /// <summary>Joins neighbouring dimensions that every operand walks as one, and drops those of size 1.</summary>
    public void Merge()
    {
        int kept = 0;
        for (int axis = 0; axis < Rank; axis++)
        {
            if (_memory[axis] == 1)
                continue;
            if (kept > 0 && CanMerge(kept - 1, axis))
            {
                _memory[kept - 1] *= _memory[axis];
                for (int operand = 1; operand <= _operandCount; operand++)
                    _memory[(operand * _capacity) + kept - 1] = _memory[(operand * _capacity) + axis];
                continue;
            }

            for (int row = 0; row <= _operandCount; row++)
                _memory[(row * _capacity) + kept] = _memory[(row * _capacity) + axis];
            kept++;
        }

        if (kept == 0)
        {
            kept = 1;
            _memory[0] = 1;
            for (int operand = 1; operand <= _operandCount; operand++)
                _memory[operand * _capacity] = 0;
        }

        Rank = kept;
    }

    private readonly bool CanMerge(int outer, int inner)
    {
        for (int operand = 1; operand <= _operandCount; operand++)
        {
            int row = operand * _capacity;
            if (_memory[row + outer] != _memory[row + inner] * _memory[inner])
                return false;
        }

        return true;
    }
}
