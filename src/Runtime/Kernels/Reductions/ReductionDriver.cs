using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Reduces some dimensions of a tensor of any strides.</summary>
/// <remarks>
/// Sums are combined pairwise above a fixed number of elements. Their bits depend on the shape, the strides and the width of the
/// machine's vectors, never on where in memory a tensor lies.
/// </remarks>
internal static class ReductionDriver
{
    /// <summary>Reduces.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="reduced">For each of its dimensions whether it is combined.</param>
    /// <param name="result">The values for the other dimensions, row-major; every element is written.</param>
    public static void Run<TFold, T>(TensorView<T> input, ReadOnlySpan<bool> reduced, Span<T> result)
        where TFold : struct, IFold<T>
        where T : unmanaged, INumber<T>
    {
        if (result.IsEmpty)
            return;
        if (input.ElementCount == 0)
            result.Fill(TFold.Empty);
        else if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            RunWith<TFold, Lanes512<T>, T>(input, reduced, result);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            RunWith<TFold, Lanes256<T>, T>(input, reduced, result);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            RunWith<TFold, Lanes128<T>, T>(input, reduced, result);
        else
            RunWith<TFold, ScalarLanes<T>, T>(input, reduced, result);
    }

    /// <summary>Reduces with vectors of a given width.</summary>
    internal static void RunWith<TFold, TLanes, T>(TensorView<T> input, ReadOnlySpan<bool> reduced, Span<T> result)
        where TFold : struct, IFold<T>
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        ReductionLoops loops = new(input.Sizes, input.Strides, reduced, stackalloc int[ReductionLoops.MemoryFor(input.Rank)]);
        ref T first = ref MemoryMarshal.GetReference(result);
        Span<int> keptIndex = stackalloc int[loops.KeptSizes.Length];
        Span<int> reducedIndex = stackalloc int[loops.ReducedSizes.Length];
        bool resultsLieSideBySide = loops.KeptStrides[^1] == 1 && loops.KeptSizes[^1] > 1;
        if (resultsLieSideBySide)
        {
            PositionWalk rows = new(loops.KeptSizes[..^1], loops.KeptStrides[..^1], loops.ResultStrides[..^1], keptIndex);
            do
            {
                ColumnFold<TFold, TLanes, T>.Run(
                    ref Unsafe.Add(ref input.First, rows.First), loops, loops.KeptSizes[^1],
                    ref Unsafe.Add(ref first, rows.Second), loops.ResultStrides[^1], reducedIndex);
            }
            while (rows.MoveNext());
            return;
        }

        PositionWalk positions = new(loops.KeptSizes, loops.KeptStrides, loops.ResultStrides, keptIndex);
        do
        {
            ref T source = ref Unsafe.Add(ref input.First, positions.First);
            Unsafe.Add(ref first, positions.Second) = FoldRows<TFold, TLanes, T>(ref source, loops, reducedIndex);
        }
        while (positions.MoveNext());
    }

    private static T FoldRows<TFold, TLanes, T>(ref T source, ReductionLoops loops, Span<int> index)
        where TFold : struct, IFold<T>
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        int size = loops.ReducedSizes[^1];
        int stride = loops.ReducedStrides[^1];
        if (loops.ReducedSizes.Length == 1)
            return RowFold<TFold, TLanes, T>.Run(ref source, size, stride);

        PairwiseTotal<TFold, T> total = default;
        PositionWalk rows = new(loops.ReducedSizes[..^1], loops.ReducedStrides[..^1], loops.ReducedStrides[..^1], index);
        do
            total.Add(RowFold<TFold, TLanes, T>.Run(ref Unsafe.Add(ref source, rows.First), size, stride));
        while (rows.MoveNext());
        return total.Value;
    }
}
