using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Normalization;

/// <summary>The steps that algorithms on rows are made of. A row is consecutive and stays in the cache from one step to the next.</summary>
/// <remarks>
/// The kernels take the elements of one row, or of two, and last a statistic of the row. The end of a row goes through the same vector
/// code as the rest, padded.
/// </remarks>
internal static unsafe class RowSteps<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How many vectors fall on one accumulator before sums are combined pairwise.</summary>
    private const int VectorsInBlock = 64;

    /// <summary>The largest element; NaN where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Max(T* row, int length)
    {
        TLanes even = TLanes.Broadcast(T.NegativeInfinity);
        TLanes odd = even;
        int i = 0;
        for (; i <= length - (2 * TLanes.Count); i += 2 * TLanes.Count)
        {
            even = TLanes.Max(even, TLanes.Load(ref row[i]));
            odd = TLanes.Max(odd, TLanes.Load(ref row[i + TLanes.Count]));
        }

        even = TLanes.Max(even, odd);
        if (i <= length - TLanes.Count)
        {
            even = TLanes.Max(even, TLanes.Load(ref row[i]));
            i += TLanes.Count;
        }

        if (i < length)
            even = TLanes.Max(even, TLanes.LoadFirst(row + i, length - i, T.NegativeInfinity));
        return TLanes.MaxAcross(even);
    }

    /// <summary>The sum of a function of the elements.</summary>
    /// <param name="first">The row.</param>
    /// <param name="second">The second row, for a kernel of three operands.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="padding">An element for which the function is zero.</param>
    /// <param name="values">Where the function's values are kept, or null.</param>
    public static T Sum<TKernel>(T* first, T* second, T statistic, int length, T padding, T* values)
        where TKernel : struct, IElementwiseKernel<T>
    {
        int block = VectorsInBlock * TLanes.Count;
        if (length <= block)
            return BlockSum<TKernel>(first, second, statistic, length, padding, values);
        PairwiseTotal<SumFold<T>, T> total = default;
        for (int start = 0; start < length; start += block)
        {
            T* from = second == null ? null : second + start;
            T* to = values == null ? null : values + start;
            total.Add(BlockSum<TKernel>(first + start, from, statistic, Math.Min(block, length - start), padding, to));
        }

        return total.Value;
    }

    /// <summary>A function of each element.</summary>
    /// <param name="first">The row.</param>
    /// <param name="second">The second row, for a kernel of three operands.</param>
    /// <param name="statistic">The statistic.</param>
    /// <param name="length">The number of elements.</param>
    /// <param name="result">Where the values go; it may be one of the rows.</param>
    /// <param name="last">The kernel's fourth operand.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TKernel>(T* first, T* second, T statistic, int length, T* result, T last = default)
        where TKernel : struct, IElementwiseKernel<T>
    {
        TLanes repeated = TLanes.Broadcast(statistic);
        TLanes fourth = TLanes.Broadcast(last);
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes other = TKernel.Arity > 2 ? TLanes.Load(ref second[i]) : repeated;
            TLanes.Store(TKernel.Apply(TLanes.Load(ref first[i]), other, repeated, fourth), ref result[i]);
        }

        int rest = length - i;
        if (rest > 0)
        {
            TLanes other = TKernel.Arity > 2 ? TLanes.LoadFirst(second + i, rest, T.One) : repeated;
            TLanes.StoreFirst(TKernel.Apply(TLanes.LoadFirst(first + i, rest, T.One), other, repeated, fourth), result + i, rest);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T BlockSum<TKernel>(T* first, T* second, T statistic, int length, T padding, T* values)
        where TKernel : struct, IElementwiseKernel<T>
    {
        TLanes repeated = TLanes.Broadcast(statistic);
        TLanes even = TLanes.Zero, odd = TLanes.Zero;
        int i = 0;
        for (; i <= length - TLanes.Count; i += TLanes.Count)
        {
            TLanes other = TKernel.Arity > 2 ? TLanes.Load(ref second[i]) : repeated;
            TLanes value = TKernel.Apply(TLanes.Load(ref first[i]), other, repeated, TLanes.Zero);
            if (values != null)
                TLanes.Store(value, ref values[i]);

            // Two chains of additions that do not wait for each other.
            TLanes sum = odd + value;
            odd = even;
            even = sum;
        }

        int rest = length - i;
        if (rest > 0)
        {
            TLanes other = TKernel.Arity > 2 ? TLanes.LoadFirst(second + i, rest, padding) : repeated;
            TLanes value = TKernel.Apply(TLanes.LoadFirst(first + i, rest, padding), other, repeated, TLanes.Zero);
            if (values != null)
                TLanes.StoreFirst(value, values + i, rest);
            odd += value;
        }

        return TLanes.SumAcross(even + odd);
    }
}
