using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// One operand of a loop nest over pinned memory, handed out as runs of consecutive elements: straight from memory where it lies that
/// way, else through a small block that is gathered before, or scattered after, the run is computed on.
/// </summary>
/// <remarks>The nest and the integers that are passed to <see cref="Start"/> lie on the stack and outlive the cursor.</remarks>
internal unsafe struct Cursor
{
    /// <summary>How many elements a block holds.</summary>
    public const int BlockLength = 256;

    /// <summary>From this inner size on, runs stay within a row instead of being gathered from several.</summary>
    public const int LongRow = 32;

    private byte* _first;
    private int* _sizes;
    private int* _strides;
    private int* _index;
    private byte* _block;
    private int _rank;
    private Access _access;
    private nint _offset;
    private int _inner;

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
    public readonly nint Step => _access is Access.Constant or Access.RowConstant ? 0 : -1;

    /// <summary>Whether a run may be no longer than a block.</summary>
    public readonly bool NeedsBlocks => _access == Access.Block;

    /// <summary>Whether a run must end where a row ends.</summary>
    public readonly bool NeedsRows => _access is Access.Row or Access.RowConstant;

    /// <summary>Starts at the first element.</summary>
    /// <param name="first">The operand's memory.</param>
    /// <param name="nest">The merged loops.</param>
    /// <param name="operand">Which operand of the nest this is.</param>
    /// <param name="index">One integer for each loop.</param>
    /// <param name="block">A block of <see cref="BlockLength"/> elements of its own.</param>
    public static Cursor Start<T>(T* first, LoopNest nest, int operand, int* index, T* block)
        where T : unmanaged
    {
        new Span<int>(index, nest.Rank).Clear();
        ReadOnlySpan<int> strides = nest.StridesOf(operand);
        Cursor cursor = new()
        {
            _first = (byte*)first,
            _sizes = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(nest.Sizes)),
            _strides = (int*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(strides)),
            _index = index,
            _block = (byte*)block,
            _rank = nest.Rank,
            _access = Classify(nest, strides),
        };
        if (cursor._access == Access.Constant)
            Repeat(*first, block);
        return cursor;
    }

    /// <summary>The next elements, for reading.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T* Read<T>(int count)
        where T : unmanaged
    {
        T* block = (T*)_block;
        switch (_access)
        {
            case Access.Constant:
                return block;
            case Access.RowConstant:
                if (_inner == 0)
                    Repeat(((T*)_first)[_offset], block);
                Advance(count);
                return block;
            case Access.Block:
                for (int done = 0; done < count;)
                {
                    int run = Math.Min(count - done, _sizes[_rank - 1] - _inner);
                    nint stride = _strides[_rank - 1];
                    T* source = (T*)_first + _offset + (_inner * stride);
                    for (int i = 0; i < run; i++)
                        block[done + i] = source[i * stride];
                    done += run;
                    Advance(run);
                }

                return block;
            default:
                T* next = (T*)_first + _offset + _inner;
                Advance(count);
                return next;
        }
    }

    /// <summary>Where the next elements are to be written; <see cref="Written"/> follows.</summary>
    public readonly T* Target<T>()
        where T : unmanaged => _access == Access.Block ? (T*)_block : (T*)_first + _offset + _inner;

    /// <summary>Takes the elements written to <see cref="Target"/> to their place, and moves on.</summary>
    public void Written<T>(int count)
        where T : unmanaged
    {
        if (_access != Access.Block)
        {
            Advance(count);
            return;
        }

        for (int done = 0; done < count;)
        {
            int run = Math.Min(count - done, _sizes[_rank - 1] - _inner);
            nint stride = _strides[_rank - 1];
            T* destination = (T*)_first + _offset + (_inner * stride);
            for (int i = 0; i < run; i++)
                destination[i * stride] = ((T*)_block)[done + i];
            done += run;
            Advance(run);
        }
    }

    /// <summary>A full vector of copies.</summary>
    public static void Repeat<T>(T value, T* copies)
        where T : unmanaged => new Span<T>(copies, Math.Max(1, OperandTable.VectorBytes / sizeof(T))).Fill(value);

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

    private void Advance(int count)
    {
        _inner += count;
        if (_access == Access.Straight || _inner < _sizes[_rank - 1])
            return;

        _inner = 0;
        for (int axis = _rank - 2; axis >= 0; axis--)
        {
            _offset += _strides[axis];
            if (++_index[axis] < _sizes[axis])
                return;
            _offset -= (nint)_strides[axis] * _sizes[axis];
            _index[axis] = 0;
        }
    }
}
