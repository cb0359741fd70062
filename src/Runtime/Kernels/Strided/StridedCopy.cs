using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Strided;

/// <summary>Copies between views of any strides.</summary>
internal static class StridedCopy
{
    /// <summary>Writes every element of the destination.</summary>
    /// <param name="source">The source, broadcast to the destination's shape. It must not overlap the destination.</param>
    /// <param name="destination">The destination.</param>
    public static void Run<T>(TensorView<T> source, TensorView<T> destination)
        where T : unmanaged
    {
        int count = destination.ElementCount;
        if (count == 0)
            return;
        if (source.ElementCount == count && source.IsContiguous && destination.IsContiguous)
        {
            source.Buffer[..count].CopyTo(destination.Buffer);
            return;
        }

        int rank = destination.Rank;
        var nest = new LoopNest(destination.Sizes, 2, stackalloc int[LoopNest.MemoryFor(rank, 2)]);
        nest.SetOperand(0, source.Sizes, source.Strides);
        nest.SetOperand(1, destination.Sizes, destination.Strides);
        nest.Merge();

        var rows = new RowPairs(nest, stackalloc int[nest.Rank]);
        int sourceStride = nest.StridesOf(0)[^1];
        int destinationStride = nest.StridesOf(1)[^1];
        do
        {
            CopyRow(
                ref Unsafe.Add(ref source.First, rows.FirstOffset), sourceStride,
                ref Unsafe.Add(ref destination.First, rows.SecondOffset), destinationStride, nest.InnerSize);
        }
        while (rows.MoveNext());
    }

    private static void CopyRow<T>(ref T source, nint sourceStride, ref T destination, nint destinationStride, nint count)
        where T : unmanaged
    {
        if (sourceStride == 1 && destinationStride == 1)
        {
            MemoryMarshal.CreateSpan(ref source, (int)count)
                .CopyTo(MemoryMarshal.CreateSpan(ref destination, (int)count));
            return;
        }

        for (nint i = 0; i < count; i++)
            Unsafe.Add(ref destination, i * destinationStride) = Unsafe.Add(ref source, i * sourceStride);
    }
}
