using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// Runs an element-wise kernel over tensors of any strides that are broadcast to the result's shape, with the widest vectors that
/// the machine computes with. Allocates nothing.
/// </summary>
internal static unsafe class ElementwiseDriver
{
    /// <summary>Computes every element of the result.</summary>
    /// <param name="first">The first operand: numbers, or truth values where the kernel takes a mask.</param>
    /// <param name="second">The second operand. One that is absent reads as zeros; so for the others.</param>
    /// <param name="third">The third operand.</param>
    /// <param name="fourth">The fourth operand.</param>
    /// <param name="result">The destination: numbers, or truth values where the kernel gives a mask. It may be an operand.</param>
    public static void Run<TKernel, TFirst, T, TResult>(
        TensorView<TFirst> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<TResult> result)
        where TKernel : struct, IElementwiseKernel<T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            RunWith<TKernel, Lanes512<T>, TFirst, T, TResult>(first, second, third, fourth, result);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            RunWith<TKernel, Lanes256<T>, TFirst, T, TResult>(first, second, third, fourth, result);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            RunWith<TKernel, Lanes128<T>, TFirst, T, TResult>(first, second, third, fourth, result);
        else
            RunWith<TKernel, ScalarLanes<T>, TFirst, T, TResult>(first, second, third, fourth, result);
    }

    /// <summary>As <see cref="Run"/>, with vectors of a given width.</summary>
    [SkipLocalsInit]
    internal static void RunWith<TKernel, TLanes, TFirst, T, TResult>(
        TensorView<TFirst> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<TResult> result)
        where TKernel : struct, IElementwiseKernel<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        int count = result.ElementCount;
        if (count == 0)
            return;

        byte* memory = stackalloc byte[4 * ElementwiseLoop.VectorBytes];
        if (result.IsContiguous
            && TryStraight(first, count, memory, TLanes.Count, out nint firstMask, out byte* firstCopies)
            && TryStraight(second, count, memory + ElementwiseLoop.VectorBytes, TLanes.Count, out nint secondMask, out byte* secondCopies)
            && TryStraight(third, count, memory + (2 * ElementwiseLoop.VectorBytes), TLanes.Count, out nint thirdMask, out byte* thirdCopies)
            && TryStraight(fourth, count, memory + (3 * ElementwiseLoop.VectorBytes), TLanes.Count, out nint fourthMask, out byte* fourthCopies))
        {
            ElementwiseLoop.Run<TKernel, TLanes, TFirst, T, TResult>(
                ref First(first, firstCopies), firstMask, ref First(second, secondCopies), secondMask,
                ref First(third, thirdCopies), thirdMask, ref First(fourth, fourthCopies), fourthMask, ref result.First, count);
            return;
        }

        RunStrided<TKernel, TLanes, TFirst, T, TResult>(first, second, third, fourth, result, count);
    }

    [SkipLocalsInit]
    private static void RunStrided<TKernel, TLanes, TFirst, T, TResult>(
        TensorView<TFirst> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<TResult> result, int count)
        where TKernel : struct, IElementwiseKernel<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        const int Operands = 5;
        int rank = result.Rank;
        Span<int> nestMemory = stackalloc int[LoopNest.MemoryFor(rank, Operands)];
        var nest = new LoopNest(result.Sizes, Operands, nestMemory);
        nest.SetOperand(0, first.Sizes, first.Strides);
        nest.SetOperand(1, second.Sizes, second.Strides);
        nest.SetOperand(2, third.Sizes, third.Strides);
        nest.SetOperand(3, fourth.Sizes, fourth.Strides);
        nest.SetOperand(4, result.Sizes, result.Strides);
        nest.Merge();

        TFirst* firstBlock = stackalloc TFirst[Cursor<TFirst>.BlockLength];
        T* blocks = stackalloc T[3 * Cursor<T>.BlockLength];
        TResult* resultBlock = stackalloc TResult[Cursor<TResult>.BlockLength];
        Span<int> indices = stackalloc int[Operands * nest.Rank];
        TFirst zeroFirst = default;
        T zero = default;
        var a = new Cursor<TFirst>(BufferOr(first, ref zeroFirst), nest, 0, indices, new(firstBlock, Cursor<TFirst>.BlockLength));
        var b = new Cursor<T>(BufferOr(second, ref zero), nest, 1, indices[nest.Rank..], new(blocks, Cursor<T>.BlockLength));
        var c = new Cursor<T>(BufferOr(third, ref zero), nest, 2, indices[(2 * nest.Rank)..], new(blocks + Cursor<T>.BlockLength, Cursor<T>.BlockLength));
        var d = new Cursor<T>(BufferOr(fourth, ref zero), nest, 3, indices[(3 * nest.Rank)..], new(blocks + (2 * Cursor<T>.BlockLength), Cursor<T>.BlockLength));
        var target = new Cursor<TResult>(result.Buffer, nest, 4, indices[(4 * nest.Rank)..], new(resultBlock, Cursor<TResult>.BlockLength));

        bool inBlocks = a.NeedsBlocks || b.NeedsBlocks || c.NeedsBlocks || d.NeedsBlocks || target.NeedsBlocks;
        bool inRows = a.NeedsRows || b.NeedsRows || c.NeedsRows || d.NeedsRows || target.NeedsRows;
        int longestRun = inBlocks ? Cursor<T>.BlockLength : count;
        int restOfRow = inRows ? nest.InnerSize : count;
        for (int done = 0; done < count;)
        {
            int run = Math.Min(longestRun, restOfRow);
            ElementwiseLoop.Run<TKernel, TLanes, TFirst, T, TResult>(
                ref a.Read(run), a.Mask, ref b.Read(run), b.Mask, ref c.Read(run), c.Mask, ref d.Read(run), d.Mask, ref target.Target(), run);
            target.Written(run);
            done += run;
            restOfRow -= run;
            if (restOfRow == 0)
                restOfRow = inRows ? nest.InnerSize : count - done;
        }
    }

    /// <summary>Whether an operand can be read without a loop nest: absent, a single element, or as many as the result in a row.</summary>
    private static bool TryStraight<TElement>(TensorView<TElement> operand, int count, byte* memory, int width, out nint mask, out byte* copies)
        where TElement : unmanaged
    {
        mask = 0;
        copies = memory;
        int operandCount = operand.IsPresent ? operand.ElementCount : 1;
        if (operandCount == 1 && count != 1)
        {
            new Span<TElement>(memory, width).Fill(operand.IsPresent ? operand.First : default);
            return true;
        }

        if (!operand.IsPresent)
        {
            new Span<TElement>(memory, width).Clear();
            return true;
        }

        mask = -1;
        copies = null;
        return operandCount == count && operand.IsContiguous;
    }

    private static ref TElement First<TElement>(TensorView<TElement> operand, byte* copies)
        where TElement : unmanaged =>
        ref copies is null ? ref operand.First : ref *(TElement*)copies;

    private static Span<TElement> BufferOr<TElement>(TensorView<TElement> operand, ref TElement zero)
        where TElement : unmanaged =>
        operand.IsPresent ? operand.Buffer : MemoryMarshal.CreateSpan(ref zero, 1);
}
