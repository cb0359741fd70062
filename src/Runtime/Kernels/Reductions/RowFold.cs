using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Combines the elements of one row into one value.</summary>
internal static class RowFold<TFold, TLanes, T>
    where TFold : struct, IFold<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>How many elements fall on one accumulator before accumulators are combined pairwise.</summary>
    private const int Depth = 16;

    private static int BlockLength => 4 * Depth * TLanes.Count;

    /// <summary>The value of a row.</summary>
    /// <param name="source">The first element.</param>
    /// <param name="count">How many there are, at least 1.</param>
    /// <param name="stride">How far apart they lie.</param>
    public static T Run(ref T source, int count, int stride)
    {
        int block = stride == 1 ? BlockLength : 4 * Depth;
        if (count <= block)
            return Block(ref source, count, stride);
        PairwiseTotal<TFold, T> total = default;
        for (int start = 0; start < count; start += block)
            total.Add(Block(ref Unsafe.Add(ref source, (nint)start * stride), Math.Min(block, count - start), stride));
        return total.Value;
    }

    private static T Block(ref T source, int count, int stride) =>
        stride == 1 ? ConsecutiveBlock(ref source, count) : StridedBlock(ref source, count, stride);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T ConsecutiveBlock(ref T source, nint count)
    {
        int width = TLanes.Count;
        if (count < width || width == 1)
            return StridedBlock(ref source, (int)count, 1);

        nint i = width;
        TLanes total = TLanes.Load(ref source);
        if (count >= 4 * width)
        {
            TLanes second = TLanes.Load(ref Unsafe.Add(ref source, width));
            TLanes third = TLanes.Load(ref Unsafe.Add(ref source, 2 * width));
            TLanes fourth = TLanes.Load(ref Unsafe.Add(ref source, 3 * width));
            for (i = 4 * width; i <= count - (4 * width); i += 4 * width)
            {
                total = TFold.Combine(total, TLanes.Load(ref Unsafe.Add(ref source, i)));
                second = TFold.Combine(second, TLanes.Load(ref Unsafe.Add(ref source, i + width)));
                third = TFold.Combine(third, TLanes.Load(ref Unsafe.Add(ref source, i + (2 * width))));
                fourth = TFold.Combine(fourth, TLanes.Load(ref Unsafe.Add(ref source, i + (3 * width))));
            }

            total = TFold.Combine(TFold.Combine(total, second), TFold.Combine(third, fourth));
        }

        for (; i <= count - width; i += width)
            total = TFold.Combine(total, TLanes.Load(ref Unsafe.Add(ref source, i)));

        T value = TFold.CombineAcross(total);
        for (; i < count; i++)
            value = TFold.Combine(value, Unsafe.Add(ref source, i));
        return value;
    }

    private static T StridedBlock(ref T source, int count, nint stride)
    {
        T even = source;
        if (count == 1)
            return even;
        T odd = Unsafe.Add(ref source, stride);
        int i = 2;
        for (; i < count - 1; i += 2)
        {
            even = TFold.Combine(even, Unsafe.Add(ref source, i * stride));
            odd = TFold.Combine(odd, Unsafe.Add(ref source, (i + 1) * stride));
        }

        if (i < count)
            even = TFold.Combine(even, Unsafe.Add(ref source, i * stride));
        return TFold.Combine(even, odd);
    }
}
