using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

/// <summary>What the largest and the smallest element have in common: there has to be one, and those that tie share the cotangent.</summary>
internal static class Extreme
{
    /// <summary>The shape of the result.</summary>
    /// <param name="input">The argument's shape.</param>
    /// <param name="dim">The dimensions to search; an empty list stands for all.</param>
    /// <param name="keepDims">Whether they stay with size 1.</param>
    /// <param name="shape">The result's shape.</param>
    /// <returns>Whether the dimensions exist, none occurs twice, and none of them is empty.</returns>
    public static bool TryComputeShape(Shape input, ReadOnlySpan<int> dim, bool keepDims, out Shape shape)
    {
        if (!ReducedShape.TryCompute(input, dim, keepDims, out shape))
            return false;
        Span<bool> reduced = ReducedShape.Mark(dim, stackalloc bool[input.Rank]);
        for (int axis = 0; axis < input.Rank; axis++)
        {
            if (reduced[axis] && input[axis] == 0)
                return false;
        }

        return true;
    }

    /// <summary>Finds the extreme elements.</summary>
    public static void Find<TFold, T>(TensorView<T> input, ReadOnlySpan<int> dim, TensorView<T> result)
        where TFold : struct, IFold<T>
        where T : unmanaged, INumber<T>
    {
        if (input.ElementCount > 0)
            ReductionDriver.Run<TFold, T>(input, ReducedShape.Mark(dim, stackalloc bool[input.Rank]), result.Elements);
    }

    /// <summary>The same as <see cref="Share"/> by operations that record themselves; which elements are extreme does not change with them.</summary>
    public static Tensor<T> ShareRecorded<T>(Tensor<T> cotangent, Tensor<T> input, int[] dim, Tensor<T> result)
        where T : unmanaged, INumber<T>
    {
        Tensor<bool> isExtreme = Ops.Eq(input, ReducedShape.Restore(result, input.Shape, dim));
        Tensor<T> count = Ops.Sum(Ops.Where(isExtreme, T.One, T.Zero), dim, keepDims: true);
        return Ops.Where(isExtreme, ReducedShape.Restore(cotangent, input.Shape, dim) / count, T.Zero);
    }

    /// <summary>Divides the cotangent of each extreme element among those that tie.</summary>
    public static void Share<T>(
        TensorView<T> cotangent, TensorView<T> input, ReadOnlySpan<int> dim, bool keepDims, TensorView<T> result, TensorView<T> inputCotangent)
        where T : unmanaged, INumber<T>
    {
        int rank = input.Rank;
        Span<bool> reduced = ReducedShape.Mark(dim, stackalloc bool[rank]);
        TensorView<T> extreme = ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        TensorView<T> whole = ReducedShape.Repeat(cotangent, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        ElementwiseDriver.Run<IsExtreme<T>, T, T, T>(input, extreme, default, default, inputCotangent);

        int resultCount = result.ElementCount;
        T[] memory = ArrayPool<T>.Shared.Rent(Math.Max(1, resultCount));
        TensorView<T> ties = new(memory.AsSpan(0, resultCount), result.Sizes, result.Strides);
        ReductionDriver.Run<SumFold<T>, T>(inputCotangent, reduced, ties.Buffer);
        TensorView<T> tiesOfEach = ReducedShape.Repeat(ties, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        ElementwiseDriver.Run<ShareOfTie<T>, T, T, T>(inputCotangent, whole, tiesOfEach, default, inputCotangent);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>One where an element is the extreme one, else zero. Where that is NaN, so are the elements to blame.</summary>
    private readonly struct IsExtreme<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 2;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes bothAreNaN = TLanes.Select(TLanes.Equal(second, second), TLanes.Zero, TLanes.Select(TLanes.Equal(first, first), TLanes.Zero, TLanes.One));
            return TLanes.Select(TLanes.Equal(first, second), TLanes.One, bothAreNaN);
        }
    }

    /// <summary>The cotangent, divided among those that tie.</summary>
    private readonly struct ShareOfTie<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 3;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.Equal(first, TLanes.One), second / third, TLanes.Zero);
    }
}
