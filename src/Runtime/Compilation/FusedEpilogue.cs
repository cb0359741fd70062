using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Compilation;

/// <summary>
/// A fused kernel as the epilogue of a matrix product: operand 0 is a finished piece of a row, and result 0 replaces it. The other
/// operands are broadcast to the shape (rows, columns) of the product.
/// </summary>
/// <typeparam name="TKernel">The kernel, with one result.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe ref struct FusedEpilogue<TKernel, T> : Kernels.Gemm.IEpilogue<T>
    where TKernel : struct, IFusedKernel<T>
    where T : unmanaged, INumber<T>
{
    private EpilogueOperand<T> _operand1, _operand2, _operand3, _operand4, _operand5, _operand6, _operand7;
    private bool _hasScattered;
    private OperandKinds _kinds = new(OperandCount: 1, ResultCount: 1, MaskOperands: 0, MaskResults: 0);

    /// <summary>An epilogue whose operands are yet to be set.</summary>
    public FusedEpilogue()
    {
    }

    /// <summary>Sets an operand of numbers.</summary>
    /// <param name="index">The operand's index, 1 or more.</param>
    /// <param name="view">The numbers: of rank 2 or less, broadcast to the shape of the product. Where there is no tensor the kernel reads zeros.</param>
    public void Operand(int index, TensorView<T> view)
    {
        EpilogueOperand<T> operand = view.IsPresent ? new(view, isMask: false) : default;
        Set(index, operand, isMask: false);
    }

    /// <summary>Sets an operand that is the same number everywhere.</summary>
    /// <param name="index">The operand's index, 1 or more.</param>
    /// <param name="value">The number.</param>
    public void Number(int index, T value) => Set(index, new EpilogueOperand<T>(value), isMask: false);

    /// <summary>Sets an operand of truth values.</summary>
    /// <param name="index">The operand's index, 1 or more.</param>
    /// <param name="view">The truth values: of rank 2 or less, broadcast to the shape of the product.</param>
    public void Mask(int index, TensorView<bool> view) =>
        Set(index, new EpilogueOperand<T>(Unsafe.As<TensorView<bool>, TensorView<T>>(ref view), isMask: true), isMask: true);

    /// <inheritdoc/>
    public readonly void Apply(ref T segment, int length, int rowIndex, int columnIndex)
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            ApplyWith<Lanes512<T>>(ref segment, length, rowIndex, columnIndex);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            ApplyWith<Lanes256<T>>(ref segment, length, rowIndex, columnIndex);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            ApplyWith<Lanes128<T>>(ref segment, length, rowIndex, columnIndex);
        else
            ApplyWith<ScalarLanes<T>>(ref segment, length, rowIndex, columnIndex);
    }

    /// <summary>As <see cref="Apply"/>, with vectors of a given width.</summary>
    [SkipLocalsInit]
    internal readonly void ApplyWith<TLanes>(ref T segment, int length, int row, int column)
        where TLanes : struct, ILanes<TLanes, T>
    {
        T* memory = stackalloc T[OperandTable.MaxOperands * EpilogueOperand<T>.BlockLength];
        fixed (T* target = &segment, b = &_operand1.First, c = &_operand2.First, d = &_operand3.First)
        fixed (T* e = &_operand4.First, f = &_operand5.First, g = &_operand6.First, h = &_operand7.First)
        {
            OperandTable table;
            int longest = _hasScattered ? EpilogueOperand<T>.BlockLength : length;
            for (int start = 0; start < length; start += longest)
            {
                int count = Math.Min(longest, length - start);
                EpiloguePlace<T> place = new(&table, memory, row, column + start, count);
                table.Operands[0] = table.Results[0] = (long)(target + start);
                table.Steps[0] = -1;
                int operands = _kinds.OperandCount;
                if (operands > 1)
                    _operand1.Put(1, b, place);
                if (operands > 2)
                    _operand2.Put(2, c, place);
                if (operands > 3)
                    _operand3.Put(3, d, place);
                if (operands > 4)
                    _operand4.Put(4, e, place);
                if (operands > 5)
                    _operand5.Put(5, f, place);
                if (operands > 6)
                    _operand6.Put(6, g, place);
                if (operands > 7)
                    _operand7.Put(7, h, place);
                ConsecutiveElements<TLanes, T>.Run(&KernelLoop<TKernel, TLanes, T>.Run, &table, _kinds, count);
            }
        }
    }

    private void Set(int index, EpilogueOperand<T> operand, bool isMask)
    {
        switch (index)
        {
            case 1: _operand1 = operand; break;
            case 2: _operand2 = operand; break;
            case 3: _operand3 = operand; break;
            case 4: _operand4 = operand; break;
            case 5: _operand5 = operand; break;
            case 6: _operand6 = operand; break;
            case 7: _operand7 = operand; break;
            default: throw new ArgumentOutOfRangeException(nameof(index));
        }

        _kinds = _kinds.WithOperand(index, isMask);
        _hasScattered |= operand.IsScattered;
    }
}
