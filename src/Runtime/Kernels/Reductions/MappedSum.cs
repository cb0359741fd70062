using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors.Kernels.Reductions;

/// <summary>A function of an element and of a statistic, of which the sum over elements is wanted.</summary>
internal interface ISummand<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>An element for which the function is zero.</summary>
    static abstract T Neutral(T statistic);
}

/// <summary>Sums a function of the elements over some dimensions of a tensor of any strides.</summary>
/// <remarks>
/// Rows of consecutive elements are read once and the function's values go nowhere. For every other layout they are written to memory and summed there.
/// </remarks>
internal static unsafe class MappedSum
{
    /// <summary>Sums.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="reduced">For each of its dimensions whether it is summed over.</param>
    /// <param name="statistics">The statistic for each result, row-major, or one for all.</param>
    /// <param name="result">The sums, row-major; every element is written.</param>
    public static void Run<TSummand, T>(TensorView<T> input, ReadOnlySpan<bool> reduced, Span<T> statistics, Span<T> result)
        where TSummand : struct, ISummand<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (result.IsEmpty)
            return;
        if (input.ElementCount == 0)
        {
            result.Clear();
            return;
        }

        ReductionLoops loops = new(input.Sizes, input.Strides, reduced, stackalloc int[ReductionLoops.MemoryFor(input.Rank)]);
        if (loops.ReducedStrides[^1] != 1)
            ByWayOfMemory<TSummand, T>(input, reduced, statistics, result);
        else if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            AlongRows<TSummand, T>(input, loops, statistics, result, &RowSteps<Lanes512<T>, T>.Sum<TSummand>);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            AlongRows<TSummand, T>(input, loops, statistics, result, &RowSteps<Lanes256<T>, T>.Sum<TSummand>);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            AlongRows<TSummand, T>(input, loops, statistics, result, &RowSteps<Lanes128<T>, T>.Sum<TSummand>);
        else
            AlongRows<TSummand, T>(input, loops, statistics, result, &RowSteps<ScalarLanes<T>, T>.Sum<TSummand>);
    }

    private static void AlongRows<TSummand, T>(
        TensorView<T> input, ReductionLoops loops, Span<T> statistics, Span<T> result, delegate*<T*, T*, T, int, T, T*, T> sum)
        where TSummand : struct, ISummand<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int size = loops.ReducedSizes[^1];
        Span<int> rowIndex = stackalloc int[loops.ReducedSizes.Length];
        PositionWalk positions = new(loops.KeptSizes, loops.KeptStrides, loops.ResultStrides, stackalloc int[loops.KeptSizes.Length]);
        fixed (T* elements = &input.First)
        {
            do
            {
                T statistic = statistics[statistics.Length == 1 ? 0 : (int)positions.Second];
                T padding = TSummand.Neutral(statistic);
                if (loops.ReducedSizes.Length == 1)
                {
                    result[(int)positions.Second] = sum(elements + positions.First, null, statistic, size, padding, null);
                    continue;
                }

                PairwiseTotal<SumFold<T>, T> total = default;
                PositionWalk rows = new(loops.ReducedSizes[..^1], loops.ReducedStrides[..^1], loops.ReducedStrides[..^1], rowIndex);
                do
                    total.Add(sum(elements + positions.First + rows.First, null, statistic, size, padding, null));
                while (rows.MoveNext());
                result[(int)positions.Second] = total.Value;
            }
            while (positions.MoveNext());
        }
    }

    private static void ByWayOfMemory<TSummand, T>(TensorView<T> input, ReadOnlySpan<bool> reduced, Span<T> statistics, Span<T> result)
        where TSummand : struct, ISummand<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rank = input.Rank;
        Span<int> strides = stackalloc int[rank], statisticStrides = stackalloc int[rank];
        Shape.RowMajorStrides(input.Sizes, strides);
        int stride = statistics.Length == 1 ? 0 : 1;
        for (int axis = rank - 1; axis >= 0; axis--)
        {
            statisticStrides[axis] = reduced[axis] ? 0 : stride;
            stride *= reduced[axis] ? 1 : input.Sizes[axis];
        }

        int count = input.ElementCount;
        T[] memory = ArrayPool<T>.Shared.Rent(count);
        TensorView<T> values = new(memory.AsSpan(0, count), input.Sizes, strides);
        ElementwiseDriver.Run<TSummand, T, T, T>(input, new TensorView<T>(statistics, input.Sizes, statisticStrides), default, default, values);
        ReductionDriver.Run<SumFold<T>, T>(values, reduced, result);
        ArrayPool<T>.Shared.Return(memory);
    }
}
