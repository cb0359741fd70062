using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Combines rows element by element into one row: the reduction whose results lie side by side in memory.</summary>
internal static class ColumnFold<TFold, TLanes, T>
    where TFold : struct, IFold<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>How many columns are accumulated at once; a row of accumulators and four rows of the argument stay in the first cache.</summary>
    private const int TileWidth = 1024;

    /// <summary>How many rows fall on one row of accumulators before rows of accumulators are combined pairwise.</summary>
    private const int RowsInBlock = 64;

    /// <summary>Combines the rows.</summary>
    /// <param name="source">The first element of the first row.</param>
    /// <param name="loops">The reduction; its reduced loops say where the rows are.</param>
    /// <param name="width">How many consecutive elements a row has.</param>
    /// <param name="result">The first result.</param>
    /// <param name="resultStride">How far apart the results lie.</param>
    /// <param name="index">One integer for each reduced loop.</param>
    public static void Run(ref T source, ReductionLoops loops, int width, ref T result, nint resultStride, Span<int> index)
    {
        int rows = 1;
        foreach (int size in loops.ReducedSizes)
            rows *= size;
        int levels = BitOperations.Log2((uint)(rows / RowsInBlock) + 1) + 2;
        T[] memory = ArrayPool<T>.Shared.Rent(levels * Math.Min(width, TileWidth));
        for (int start = 0; start < width; start += TileWidth)
        {
            int columns = Math.Min(TileWidth, width - start);
            Tile(ref Unsafe.Add(ref source, start), loops, rows, columns, memory, index);
            ref T destination = ref Unsafe.Add(ref result, start * resultStride);
            for (int i = 0; i < columns; i++)
                Unsafe.Add(ref destination, i * resultStride) = memory[i];
        }

        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>Leaves the combined row at the start of the memory. Its rows are the levels of a <see cref="PairwiseTotal{TFold, T}"/>.</summary>
    private static void Tile(ref T source, ReductionLoops loops, int rows, int columns, T[] memory, Span<int> index)
    {
        PositionWalk walk = new(loops.ReducedSizes, loops.ReducedStrides, loops.ReducedStrides, index);
        int depth = 0;
        int blocks = 0;
        for (int done = 0; done < rows; blocks++)
        {
            ref T level = ref memory[depth * columns];
            int blockEnd = Math.Min(rows, done + RowsInBlock);
            for (bool first = true; done < blockEnd; first = false)
            {
                ref T row = ref Unsafe.Add(ref source, walk.First);
                walk.MoveNext();
                if (blockEnd - done >= 4)
                {
                    ref T second = ref Unsafe.Add(ref source, walk.First);
                    walk.MoveNext();
                    ref T third = ref Unsafe.Add(ref source, walk.First);
                    walk.MoveNext();
                    ref T fourth = ref Unsafe.Add(ref source, walk.First);
                    walk.MoveNext();
                    CombineRows(ref level, ref row, ref second, ref third, ref fourth, columns, first);
                    done += 4;
                }
                else
                {
                    CombineRow(ref level, ref row, columns, first);
                    done++;
                }
            }

            for (int carry = blocks; (carry & 1) != 0; carry >>= 1)
            {
                depth--;
                CombineRow(ref memory[depth * columns], ref memory[(depth + 1) * columns], columns, overwrites: false);
            }

            depth++;
        }

        for (depth--; depth > 0; depth--)
            CombineRow(ref memory[(depth - 1) * columns], ref memory[depth * columns], columns, overwrites: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CombineRows(ref T total, ref T first, ref T second, ref T third, ref T fourth, nint count, bool overwrites)
    {
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            TLanes left = TFold.Combine(TLanes.Load(ref Unsafe.Add(ref first, i)), TLanes.Load(ref Unsafe.Add(ref second, i)));
            TLanes right = TFold.Combine(TLanes.Load(ref Unsafe.Add(ref third, i)), TLanes.Load(ref Unsafe.Add(ref fourth, i)));
            TLanes sum = TFold.Combine(left, right);
            TLanes.Store(overwrites ? sum : TFold.Combine(TLanes.Load(ref Unsafe.Add(ref total, i)), sum), ref Unsafe.Add(ref total, i));
        }

        for (; i < count; i++)
        {
            T sum = TFold.Combine(
                TFold.Combine(Unsafe.Add(ref first, i), Unsafe.Add(ref second, i)),
                TFold.Combine(Unsafe.Add(ref third, i), Unsafe.Add(ref fourth, i)));
            Unsafe.Add(ref total, i) = overwrites ? sum : TFold.Combine(Unsafe.Add(ref total, i), sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CombineRow(ref T total, ref T row, nint count, bool overwrites)
    {
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            TLanes next = TLanes.Load(ref Unsafe.Add(ref row, i));
            TLanes.Store(overwrites ? next : TFold.Combine(TLanes.Load(ref Unsafe.Add(ref total, i)), next), ref Unsafe.Add(ref total, i));
        }

        for (; i < count; i++)
            Unsafe.Add(ref total, i) = overwrites ? Unsafe.Add(ref row, i) : TFold.Combine(Unsafe.Add(ref total, i), Unsafe.Add(ref row, i));
    }
}
