using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Compilation;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>Brings the operands of a loop into the form that the innermost loop reads: consecutive elements, or one that is repeated.</summary>
internal static unsafe class ElementLoop<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Computes every element.</summary>
    [SkipLocalsInit]
    public static void Run(ref FusedLoop<T> loop, delegate*<OperandTable*, nint, void> kernel)
    {
        int count = 1;
        foreach (int size in loop.Sizes)
            count *= size;
        if (count == 0)
            return;

        fixed (T* a = &loop.Operand0.Tensor.First, b = &loop.Operand1.Tensor.First, c = &loop.Operand2.Tensor.First)
        fixed (T* d = &loop.Operand3.Tensor.First, e = &loop.Operand4.Tensor.First, f = &loop.Operand5.Tensor.First)
        fixed (T* g = &loop.Operand6.Tensor.First, h = &loop.Operand7.Tensor.First)
        fixed (T* r = &loop.Result0.First, s = &loop.Result1.First, t = &loop.Result2.First, u = &loop.Result3.First)
        {
            OperandTable table;
            (table.Operands[0], table.Operands[1], table.Operands[2], table.Operands[3]) = ((long)a, (long)b, (long)c, (long)d);
            (table.Operands[4], table.Operands[5], table.Operands[6], table.Operands[7]) = ((long)e, (long)f, (long)g, (long)h);
            (table.Results[0], table.Results[1], table.Results[2], table.Results[3]) = ((long)r, (long)s, (long)t, (long)u);
            byte* copies = stackalloc byte[OperandTable.MaxOperands * OperandTable.VectorBytes];
            if (IsStraight(ref loop, &table, copies, count))
                ConsecutiveElements<TLanes, T>.Run(kernel, &table, loop.Kinds, count);
            else
                RunStrided(ref loop, kernel, &table, count);
        }
    }

    /// <summary>Whether everything can be walked without a loop nest: a single number, or as many elements as the result in a row.</summary>
    private static bool IsStraight(ref FusedLoop<T> loop, OperandTable* table, byte* copies, int count)
    {
        OperandKinds kinds = loop.Kinds;
        int operands = kinds.OperandCount;
        return loop.Result0.IsContiguous
            && (kinds.ResultCount < 2 || loop.Result1.IsContiguous)
            && (kinds.ResultCount < 3 || loop.Result2.IsContiguous)
            && (kinds.ResultCount < 4 || loop.Result3.IsContiguous)
            && (operands < 1 || IsStraight(ref loop.Operand0, 0, kinds, table, copies, count))
            && (operands < 2 || IsStraight(ref loop.Operand1, 1, kinds, table, copies, count))
            && (operands < 3 || IsStraight(ref loop.Operand2, 2, kinds, table, copies, count))
            && (operands < 4 || IsStraight(ref loop.Operand3, 3, kinds, table, copies, count))
            && (operands < 5 || IsStraight(ref loop.Operand4, 4, kinds, table, copies, count))
            && (operands < 6 || IsStraight(ref loop.Operand5, 5, kinds, table, copies, count))
            && (operands < 7 || IsStraight(ref loop.Operand6, 6, kinds, table, copies, count))
            && (operands < 8 || IsStraight(ref loop.Operand7, 7, kinds, table, copies, count));
    }

    private static bool IsStraight(ref OperandView<T> operand, int index, OperandKinds kinds, OperandTable* table, byte* copies, int count)
    {
        ref readonly TensorView<T> tensor = ref operand.Tensor;
        table->Steps[index] = -1;
        int operandCount = tensor.IsPresent ? tensor.ElementCount : 1;
        if (operandCount == count && tensor.IsPresent && tensor.IsContiguous)
            return true;
        if (operandCount != 1)
            return false;
        byte* vector = copies + (index * OperandTable.VectorBytes);
        if (!tensor.IsPresent)
            Cursor.Repeat(operand.Number, (T*)vector);
        else if (kinds.IsMaskOperand(index))
            Cursor.Repeat(*(bool*)table->Operands[index], (bool*)vector);
        else
            Cursor.Repeat(*(T*)table->Operands[index], (T*)vector);
        table->Operands[index] = (long)vector;
        table->Steps[index] = 0;
        return true;
    }

    [SkipLocalsInit]
    private static void RunStrided(ref FusedLoop<T> loop, delegate*<OperandTable*, nint, void> kernel, OperandTable* table, int count)
    {
        OperandKinds kinds = loop.Kinds;
        int views = kinds.OperandCount + kinds.ResultCount;
        LoopNest nest = new(loop.Sizes, views, stackalloc int[LoopNest.MemoryFor(loop.Sizes.Length, views)]);
        for (int index = 0; index < kinds.OperandCount; index++)
        {
            TensorView<T> operand = loop.OperandAt(index).Tensor;
            nest.SetOperand(index, operand.Sizes, operand.Strides);
        }

        for (int index = 0; index < kinds.ResultCount; index++)
            nest.SetOperand(kinds.OperandCount + index, loop.ResultAt(index).Sizes, loop.ResultAt(index).Strides);
        nest.Merge();

        Cursor* cursors = stackalloc Cursor[views];
        int* indices = stackalloc int[views * nest.Rank];
        T* blocks = stackalloc T[views * Cursor.BlockLength];
        bool inBlocks = false, inRows = false;
        for (int view = 0; view < views; view++, indices += nest.Rank, blocks += Cursor.BlockLength)
        {
            bool isOperand = view < kinds.OperandCount;
            int result = view - kinds.OperandCount;
            long first = isOperand ? table->Operands[view] : table->Results[result];
            T number = isOperand ? loop.OperandAt(view).Number : default;
            if (isOperand && !loop.OperandAt(view).Tensor.IsPresent)
                first = (long)&number;
            cursors[view] = (isOperand ? kinds.IsMaskOperand(view) : kinds.IsMaskResult(result))
                ? Cursor.Start((bool*)first, nest, view, indices, (bool*)blocks)
                : Cursor.Start((T*)first, nest, view, indices, blocks);
            inBlocks |= cursors[view].NeedsBlocks;
            inRows |= cursors[view].NeedsRows;
            if (isOperand)
                table->Steps[view] = cursors[view].Step;
        }

        int longestRun = inBlocks ? Cursor.BlockLength : count;
        int restOfRow = inRows ? nest.InnerSize : count;
        for (int done = 0; done < count;)
        {
            int run = Math.Min(longestRun, restOfRow);
            RunOnce(cursors, kernel, table, kinds, run);
            done += run;
            restOfRow -= run;
            if (restOfRow == 0)
                restOfRow = inRows ? nest.InnerSize : count - done;
        }
    }

    private static void RunOnce(Cursor* cursors, delegate*<OperandTable*, nint, void> kernel, OperandTable* table, OperandKinds kinds, int run)
    {
        for (int index = 0; index < kinds.OperandCount; index++)
            table->Operands[index] = kinds.IsMaskOperand(index) ? (long)cursors[index].Read<bool>(run) : (long)cursors[index].Read<T>(run);
        Cursor* results = cursors + kinds.OperandCount;
        for (int index = 0; index < kinds.ResultCount; index++)
            table->Results[index] = kinds.IsMaskResult(index) ? (long)results[index].Target<bool>() : (long)results[index].Target<T>();
        ConsecutiveElements<TLanes, T>.Run(kernel, table, kinds, run);
        for (int index = 0; index < kinds.ResultCount; index++)
        {
            if (kinds.IsMaskResult(index))
                results[index].Written<bool>(run);
            else
                results[index].Written<T>(run);
        }
    }
}
