using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Reductions;

/// <summary>The cotangent of a product where it cannot be had by division: for each element what the others multiply to, from both ends.</summary>
internal static class ProductOfOthers
{
    /// <summary>Writes the cotangents of the elements whose product is zero, not finite or subnormal.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="reduced">For each of its dimensions whether it was multiplied over.</param>
    /// <param name="product">The result, repeated to the argument's shape.</param>
    /// <param name="share">The cotangent of the result, repeated to the argument's shape.</param>
    /// <param name="inputCotangent">The cotangent of the argument; elements with another product stay as they are.</param>
    public static void Run<T>(TensorView<T> input, ReadOnlySpan<bool> reduced, TensorView<T> product, TensorView<T> share, TensorView<T> inputCotangent)
        where T : unmanaged, INumber<T>
    {
        if (input.ElementCount == 0)
            return;
        int rank = input.Rank;
        Span<int> memory = stackalloc int[5 * rank];
        Span<int> kept = memory[..rank], multiplied = memory.Slice(rank, rank);
        int count = 1;
        for (int axis = 0; axis < rank; axis++)
        {
            (kept[axis], multiplied[axis]) = reduced[axis] ? (1, input.Sizes[axis]) : (input.Sizes[axis], 1);
            count *= multiplied[axis];
        }

        T[] values = ArrayPool<T>.Shared.Rent(count);
        PositionWalk slices = new(kept, input.Strides, inputCotangent.Strides, memory.Slice(2 * rank, rank));
        PositionWalk results = new(kept, product.Strides, share.Strides, memory.Slice(3 * rank, rank));
        bool isMore = true;
        while (isMore)
        {
            if (!T.IsNormal(Unsafe.Add(ref product.First, results.First)))
            {
                PositionWalk elements = new(multiplied, input.Strides, inputCotangent.Strides, memory[(4 * rank)..]);
                FromBothEnds(
                    ref Unsafe.Add(ref input.First, slices.First), ref Unsafe.Add(ref inputCotangent.First, slices.Second), elements,
                    Unsafe.Add(ref share.First, results.Second), values.AsSpan(0, count));
            }

            isMore = slices.MoveNext();
            results.MoveNext();
        }

        ArrayPool<T>.Shared.Return(values);
    }

    private static void FromBothEnds<T>(ref T input, ref T cotangent, PositionWalk walk, T share, Span<T> values)
        where T : unmanaged, INumber<T>
    {
        T before = T.One;
        int i = 0;
        do
        {
            values[i] = Unsafe.Add(ref input, walk.First);
            Unsafe.Add(ref cotangent, walk.Second) = before;
            before *= values[i++];
        }
        while (walk.MoveNext());

        T after = share;
        for (i = values.Length - 1; i >= 0; i--)
            (values[i], after) = (after, after * values[i]);

        // The walk is back at its start.
        i = 0;
        do
            Unsafe.Add(ref cotangent, walk.Second) *= values[i++];
        while (walk.MoveNext());
    }
}
