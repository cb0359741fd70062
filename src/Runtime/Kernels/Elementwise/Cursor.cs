using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// One operand of a loop nest, handed out as runs of consecutive elements: straight from memory where it lies that way, else
/// through a small block that is gathered before, or scattered after, the run is computed on.
/// </summary>
internal ref struct Cursor<T>
    where T : unmanaged
{
    /// <summary>How many elements a block holds.</summary>
    public const int BlockLength = 256;

    /// <summary>From this inner size on, runs stay within a row instead of being gathered from several.</summary>
    public const int LongRow = 32;

    private readonly ref T _first;
    private readonly ReadOnlySpan<int> _sizes;
    private readonly ReadOnlySpan<int> _strides;
    private readonly Span<int> _index;
    private readonly Span<T> _block;
    private readonly Access _access;
    private int _offset;
    private int _inner;

    /// <summary>Starts at the first element.</summary>
    /// <param name="buffer">The operand's memory.</param>
    /// <param name="nest">The merged loops.</param>
    /// <param name="operand">Which operand of the nest this is.</param>
    /// <param name="index">One integer for each loop.</param>
    /// <param name="block">A block of <see cref="BlockLength"/> elements of its own.</param>
    public Cursor(Span<T> buffer, LoopNest nest, int operand, Span<int> index, Span<T> block)
    {
        _first = ref MemoryMarshal.GetReference(buffer);
        _sizes = nest.Sizes;
        _strides = nest.StridesOf(operand);
        _index = index[..nest.Rank];
        _index.Clear();
        _block = block;
        _access = Classify(nest, _strides);
        if (_access == Access.Constant)
            Repeat(_first);
    }

    private enum Access
    {
        /// <summary>Consecutive over the whole nest.</summary>
        Straight,

        /// <summary>One element, repeated.</summary>
        Constant,

        /// <summary>Consecutive within a row.</summary>
        Row,

        /// <summary>One element for each row.</summary>
        RowConstant,

        /// <summary>Anything else.</summary>
        Block,
    }

    /// <summary>-1 when runs are read element by element, 0 when the operand is repeated.</summary>
    public readonly nint Mask => _access is Access.Constant or Access.RowConstant ? 0 : -1;

    /// <summary>Whether a run may be no longer than a block.</summary>
    public readonly bool NeedsBlocks => _access == Access.Block;

    /// <summary>Whether a run must end where a row ends.</summary>
    public readonly bool NeedsRows => _access is Access.Row or Access.RowConstant;

    /// <summary>The next elements, for reading.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public ref T Read(int count)
    {
        ref T block = ref MemoryMarshal.GetReference(_block);
        switch (_access)
        {
            case Access.Constant:
                return ref block;
            case Access.RowConstant:
                if (_inner == 0)
                    Repeat(Unsafe.Add(ref _first, _offset));
                Advance(count);
                return ref block;
            case Access.Block:
                for (int done = 0; done < count;)
                {
                    int run = Math.Min(count - done, _sizes[^1] - _inner);
                    int stride = _strides[^1];
                    ref T source = ref Unsafe.Add(ref _first, _offset + (_inner * stride));
                    for (int i = 0; i < run; i++)
                        Unsafe.Add(ref block, done + i) = Unsafe.Add(ref source, i * stride);
                    done += run;
                    Advance(run);
                }

                return ref block;
            default:
                ref T next = ref Unsafe.Add(ref _first, _offset + _inner);
                Advance(count);
                return ref next;
        }
    }

    /// <summary>Where the next elements are to be written; <see cref="Written"/> follows.</summary>
    public readonly ref T Target() =>
        ref _access == Access.Block ? ref MemoryMarshal.GetReference(_block) : ref Unsafe.Add(ref _first, _offset + _inner);

    /// <summary>Takes the elements written to <see cref="Target"/> to their place, and moves on.</summary>
    public void Written(int count)
    {
        if (_access != Access.Block)
        {
            Advance(count);
            return;
        }

        for (int done = 0; done < count;)
        {
            int run = Math.Min(count - done, _sizes[^1] - _inner);
            int stride = _strides[^1];
            ref T destination = ref Unsafe.Add(ref _first, _offset + (_inner * stride));
            for (int i = 0; i < run; i++)
                Unsafe.Add(ref destination, i * stride) = _block[done + i];
            done += run;
            Advance(run);
        }
    }

    private static Access Classify(LoopNest nest, ReadOnlySpan<int> strides)
    {
        int inner = strides[^1];
        if (nest.Rank == 1 && inner == 1)
            return Access.Straight;
        if (!strides.ContainsAnyExcept(0))
            return Access.Constant;
        if (IsRowMajor(nest.Sizes, strides))
            return Access.Straight;
        if (nest.InnerSize < LongRow)
            return Access.Block;
        return inner switch { 1 => Access.Row, 0 => Access.RowConstant, _ => Access.Block };
    }

    private static bool IsRowMajor(ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides)
    {
        int expected = 1;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            if (strides[axis] != expected)
                return false;
            expected *= sizes[axis];
        }

        return true;
    }

    private readonly void Repeat(T value) =>
        _block[..Math.Max(1, ElementwiseLoop.VectorBytes / Unsafe.SizeOf<T>())].Fill(value);

    private void Advance(int count)
    {
        _inner += count;
        if (_access == Access.Straight || _inner < _sizes[^1])
            return;

        _inner = 0;
        for (int axis = _sizes.Length - 2; axis >= 0; axis--)
        {
            _offset += _strides[axis];
            if (++_index[axis] < _sizes[axis])
                return;
            _offset -= _strides[axis] * _sizes[axis];
            _index[axis] = 0;
        }
    }
}
