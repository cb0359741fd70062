using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>An operand of an epilogue as a matrix that is broadcast to the product, or one number. The default value is the number zero.</summary>
internal readonly unsafe ref struct EpilogueOperand<T>
    where T : unmanaged
{
    /// <summary>How many elements are gathered at a time.</summary>
    public const int BlockLength = 64;

    /// <summary>The first element, if it is no single number. Of a mask the first truth value.</summary>
    public readonly ref T First;

    private readonly T _number;
    private readonly nint _rowStride;
    private readonly nint _columnStride;
    private readonly bool _isMask;

    public EpilogueOperand(T number) => _number = number;

    public EpilogueOperand(TensorView<T> view, bool isMask)
    {
        First = ref view.First;
        _isMask = isMask;
        if (view.Rank > 2)
            throw new ShapeException("FusedEpilogue: an operand has more than two dimensions");
        if (view.Rank > 0 && view.Sizes[^1] != 1)
            _columnStride = view.Strides[^1];
        if (view.Rank > 1 && view.Sizes[0] != 1)
            _rowStride = view.Strides[0];
    }

    /// <summary>Whether neighbours along a row have to be gathered, <see cref="BlockLength"/> at a time.</summary>
    public bool IsScattered => _columnStride is not (0 or 1);

    /// <summary>Enters the elements of a place into its table.</summary>
    /// <param name="index">The operand's index.</param>
    /// <param name="first">The first element, pinned, or null for a number.</param>
    /// <param name="place">The place.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(int index, T* first, EpiloguePlace<T> place)
    {
        nint offset = (place.Row * _rowStride) + (place.Column * _columnStride);
        place.Table->Steps[index] = _columnStride == 0 ? 0 : -1;
        if (_columnStride == 1)
            place.Table->Operands[index] = _isMask ? (long)((bool*)first + offset) : (long)(first + offset);
        else
            PutCopies(index, first, offset, place);
    }

    private void PutCopies(int index, T* first, nint offset, EpiloguePlace<T> place)
    {
        T* block = place.Memory + (index * BlockLength);
        place.Table->Operands[index] = (long)block;
        if (first == null)
            Cursor.Repeat(_number, block);
        else if (_isMask)
            PutCopies((bool*)first + offset, (bool*)block, place.Count);
        else
            PutCopies(first + offset, block, place.Count);
    }

    private void PutCopies<TElement>(TElement* source, TElement* block, int count)
        where TElement : unmanaged
    {
        if (_columnStride == 0)
        {
            Cursor.Repeat(*source, block);
            return;
        }

        for (int i = 0; i < count; i++)
            block[i] = source[i * _columnStride];
    }
}

/// <summary>A piece of a row of a product.</summary>
/// <param name="table">Where its operands are entered.</param>
/// <param name="memory">A block for each operand.</param>
/// <param name="row">The row.</param>
/// <param name="column">The first column.</param>
/// <param name="count">The number of elements.</param>
internal readonly unsafe struct EpiloguePlace<T>(OperandTable* table, T* memory, int row, int column, int count)
    where T : unmanaged
{
    public readonly OperandTable* Table = table;
    public readonly T* Memory = memory;
    public readonly nint Row = row;
    public readonly nint Column = column;
    public readonly int Count = count;
}
