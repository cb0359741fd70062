using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Compilation;

/// <summary>The elements that a fused kernel computes on at one time: reads its operands and writes its results.</summary>
/// <typeparam name="TLanes">The vector, or single element, that is computed on.</typeparam>
/// <typeparam name="T">The element type of the computation.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly unsafe ref struct FusedElements<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    private readonly OperandTable* _table;
    private readonly nint _position;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal FusedElements(OperandTable* table, nint position)
    {
        _table = table;
        _position = position;
    }

    /// <summary>The elements of an operand.</summary>
    /// <param name="operand">The operand's index, a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Read(int operand) =>
        TLanes.Load(ref ((T*)_table->Operands[operand])[_position & (nint)_table->Steps[operand]]);

    /// <summary>The truth values of an operand, as a mask.</summary>
    /// <param name="operand">The operand's index, a constant.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes ReadMask(int operand) =>
        TLanes.LoadMask(ref ((bool*)_table->Operands[operand])[_position & (nint)_table->Steps[operand]]);

    /// <summary>Writes the elements of a result.</summary>
    /// <param name="result">The result's index, a constant.</param>
    /// <param name="value">The elements.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(int result, TLanes value) => TLanes.Store(value, ref ((T*)_table->Results[result])[_position]);

    /// <summary>Writes a mask as the truth values of a result.</summary>
    /// <param name="result">The result's index, a constant.</param>
    /// <param name="mask">The mask.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteMask(int result, TLanes mask) => TLanes.StoreMask(mask, ref ((bool*)_table->Results[result])[_position]);
}
