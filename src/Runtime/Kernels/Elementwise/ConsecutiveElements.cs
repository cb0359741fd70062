using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// Runs a kernel over any number of consecutive elements. The last elements go through the vector form as well, in padded copies, so
/// that the bits of an element do not depend on where it lies.
/// </summary>
internal static unsafe class ConsecutiveElements<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Computes consecutive elements.</summary>
    /// <param name="kernel">A <see cref="KernelLoop{TKernel, TLanes, T}"/>.</param>
    /// <param name="table">Where the elements lie.</param>
    /// <param name="kinds">What they are.</param>
    /// <param name="count">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(delegate*<OperandTable*, nint, void> kernel, OperandTable* table, OperandKinds kinds, nint count)
    {
        nint rest = count & (TLanes.Count - 1);
        if (count > rest)
            kernel(table, count - rest);
        if (rest > 0)
            RunRest(kernel, table, kinds, count - rest, (int)rest);
    }

    /// <summary>Less than a vector. The padding is one, by which every operation is defined.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunRest(delegate*<OperandTable*, nint, void> kernel, OperandTable* table, OperandKinds kinds, nint start, int count)
    {
        OperandTable rest;
        byte* memory = stackalloc byte[(OperandTable.MaxOperands + OperandTable.MaxResults) * OperandTable.VectorBytes];
        for (int operand = 0; operand < kinds.OperandCount; operand++, memory += OperandTable.VectorBytes)
        {
            rest.Steps[operand] = 0;
            if (table->Steps[operand] == 0)
            {
                rest.Operands[operand] = table->Operands[operand];
                continue;
            }

            rest.Operands[operand] = (long)memory;
            if (kinds.IsMaskOperand(operand))
                CopyMask((byte*)table->Operands[operand] + start, memory, count);
            else
                TLanes.Store(TLanes.LoadFirst((T*)table->Operands[operand] + start, count, T.One), ref *(T*)memory);
        }

        for (int result = 0; result < kinds.ResultCount; result++)
            rest.Results[result] = (long)(memory + (result * OperandTable.VectorBytes));
        kernel(&rest, TLanes.Count);
        for (int result = 0; result < kinds.ResultCount; result++, memory += OperandTable.VectorBytes)
        {
            if (kinds.IsMaskResult(result))
                Unsafe.CopyBlockUnaligned((byte*)table->Results[result] + start, memory, (uint)count);
            else
                TLanes.StoreFirst(TLanes.Load(ref *(T*)memory), (T*)table->Results[result] + start, count);
        }
    }

    /// <summary>Truth values, followed by a padding of false.</summary>
    private static void CopyMask(byte* source, byte* padded, int count)
    {
        for (int i = 0; i < TLanes.Count; i++)
            padded[i] = i < count ? source[i] : (byte)0;
    }
}
