using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Strided;

/// <summary>Adds one view into another whose elements may repeat, which is how gradients come back through broadcasts and views.</summary>
internal static class StridedAdd
{
    /// <summary>Adds every element of the source into its place in the destination.</summary>
    /// <param name="source">The source.</param>
    /// <param name="destination">
    /// The destination, aligned with the source at the innermost dimension. Where it lacks a dimension, has size 1 or stride 0, what
    /// falls on the same element is summed.
    /// </param>
    public static void Run<T>(TensorView<T> source, TensorView<T> destination)
        where T : unmanaged, INumber<T>
    {
        if (source.ElementCount == 0)
            return;

        int rank = source.Rank;
        var nest = new LoopNest(source.Sizes, 2, stackalloc int[LoopNest.MemoryFor(rank, 2)]);
        nest.SetOperand(0, source.Sizes, source.Strides);
        nest.SetOperand(1, destination.Sizes, destination.Strides);
        nest.Merge();

        var rows = new RowPairs(nest, stackalloc int[nest.Rank]);
        int sourceStride = nest.StridesOf(0)[^1];
        int destinationStride = nest.StridesOf(1)[^1];
        do
        {
            ref T from = ref Unsafe.Add(ref source.First, rows.FirstOffset);
            ref T to = ref Unsafe.Add(ref destination.First, rows.SecondOffset);
            if (destinationStride == 0)
                to += Sum(ref from, sourceStride, nest.InnerSize);
            else
                AddRow(ref from, sourceStride, ref to, destinationStride, nest.InnerSize);
        }
        while (rows.MoveNext());
    }

    /// <summary>Sums a source down to the shape of a destination that was broadcast to the source's.</summary>
    /// <param name="source">The source.</param>
    /// <param name="destination">The contiguous destination, which is overwritten.</param>
    public static void SumToShape<T>(TensorView<T> source, TensorView<T> destination)
        where T : unmanaged, INumber<T>
    {
        int missing = source.Rank - destination.Rank;
        Span<bool> reduced = stackalloc bool[source.Rank];
        for (int axis = 0; axis < reduced.Length; axis++)
            reduced[axis] = axis < missing || destination.Sizes[axis - missing] != source.Sizes[axis];
        ReductionDriver.Run<SumFold<T>, T>(source, reduced, destination.Elements);
    }

    private static void AddRow<T>(ref T source, int sourceStride, ref T destination, int destinationStride, int count)
        where T : unmanaged, INumber<T>
    {
        if (sourceStride == 1 && destinationStride == 1)
        {
            Span<T> target = MemoryMarshal.CreateSpan(ref destination, count);
            AddInto(target, MemoryMarshal.CreateReadOnlySpan(ref source, count));
            return;
        }

        for (int i = 0; i < count; i++)
            Unsafe.Add(ref destination, (nint)i * destinationStride) += Unsafe.Add(ref source, (nint)i * sourceStride);
    }

    /// <summary>Adds numbers that lie side by side.</summary>
    public static void AddInto<T>(Span<T> target, ReadOnlySpan<T> addend)
        where T : unmanaged, INumber<T>
    {
        int i = 0;
        if (Vector<T>.IsSupported && Vector.IsHardwareAccelerated)
        {
            for (; i <= target.Length - Vector<T>.Count; i += Vector<T>.Count)
                (new Vector<T>(target[i..]) + new Vector<T>(addend[i..])).CopyTo(target[i..]);
        }

        for (; i < target.Length; i++)
            target[i] += addend[i];
    }

    /// <summary>Sums by halves, so that the rounding error grows with the logarithm of the count.</summary>
    private static T Sum<T>(ref T source, int stride, int count)
        where T : unmanaged, INumber<T>
    {
        const int Block = 256;
        if (count > Block)
        {
            int half = count / 2 / Block * Block;
            half = half == 0 ? count / 2 : half;
            return Sum(ref source, stride, half) + Sum(ref Unsafe.Add(ref source, (nint)half * stride), stride, count - half);
        }

        if (stride == 1)
            return VectorSum(MemoryMarshal.CreateReadOnlySpan(ref source, count));
        T sum = T.Zero;
        for (int i = 0; i < count; i++)
            sum += Unsafe.Add(ref source, (nint)i * stride);
        return sum;
    }

    private static T VectorSum<T>(ReadOnlySpan<T> values)
        where T : unmanaged, INumber<T>
    {
        T sum = T.Zero;
        int i = 0;
        if (Vector<T>.IsSupported && Vector.IsHardwareAccelerated && values.Length >= Vector<T>.Count)
        {
            Vector<T> sums = Vector<T>.Zero;
            for (; i <= values.Length - Vector<T>.Count; i += Vector<T>.Count)
                sums += new Vector<T>(values[i..]);
            sum = Vector.Sum(sums);
        }

        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }
}
