using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Compilation;

/// <summary>The elements that a fused kernel computes on at one time: reads its operands and writes its results.</summary>
/// <typeparam name="TLanes">The vector, or single element, that is computed on.</typeparam>
/// <typeparam name="T">The element type of the computation.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public unsafe ref struct FusedElements<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    // Single fields, not a table, so that those that a kernel uses are kept in registers.
    private readonly long _operand0, _operand1, _operand2, _operand3, _operand4, _operand5, _operand6, _operand7;
    private readonly long _step0, _step1, _step2, _step3, _step4, _step5, _step6, _step7;
    private readonly long _result0, _result1, _result2, _result3;
    private nint _position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FusedElements(OperandTable* table)
    {
        (_operand0, _operand1, _operand2, _operand3) = (table->Operands[0], table->Operands[1], table->Operands[2], table->Operands[3]);
        (_operand4, _operand5, _operand6, _operand7) = (table->Operands[4], table->Operands[5], table->Operands[6], table->Operands[7]);
        (_step0, _step1, _step2, _step3) = (table->Steps[0], table->Steps[1], table->Steps[2], table->Steps[3]);
        (_step4, _step5, _step6, _step7) = (table->Steps[4], table->Steps[5], table->Steps[6], table->Steps[7]);
        (_result0, _result1, _result2, _result3) = (table->Results[0], table->Results[1], table->Results[2], table->Results[3]);
        _position = 0;
    }

    internal nint Position
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        readonly get => _position;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => _position = value;
    }

    /// <summary>The elements of an operand.</summary>
    /// <param name="operand">The operand's index, a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLanes Read(int operand) => TLanes.Load(ref ((T*)Operand(operand))[_position & Step(operand)]);

    /// <summary>The truth values of an operand, as a mask.</summary>
    /// <param name="operand">The operand's index, a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly TLanes ReadMask(int operand) => TLanes.LoadMask(ref ((bool*)Operand(operand))[_position & Step(operand)]);

    /// <summary>Writes the elements of a result.</summary>
    /// <param name="result">The result's index, a constant.</param>
    /// <param name="value">The elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Write(int result, TLanes value) => TLanes.Store(value, ref ((T*)Result(result))[_position]);

    /// <summary>Writes a mask as the truth values of a result.</summary>
    /// <param name="result">The result's index, a constant.</param>
    /// <param name="mask">The mask.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void WriteMask(int result, TLanes mask) => TLanes.StoreMask(mask, ref ((bool*)Result(result))[_position]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly nint Operand(int index) => (nint)(
        index == 0 ? _operand0 : index == 1 ? _operand1 : index == 2 ? _operand2 : index == 3 ? _operand3
        : index == 4 ? _operand4 : index == 5 ? _operand5 : index == 6 ? _operand6 : _operand7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly nint Step(int index) => (nint)(
        index == 0 ? _step0 : index == 1 ? _step1 : index == 2 ? _step2 : index == 3 ? _step3
        : index == 4 ? _step4 : index == 5 ? _step5 : index == 6 ? _step6 : _step7);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly nint Result(int index) => (nint)(index == 0 ? _result0 : index == 1 ? _result1 : index == 2 ? _result2 : _result3);
}
