using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

/// <summary>Distances from the mean, of which the variance and the standard deviation are made.</summary>
/// <remarks>The mean comes first and the squares in a second pass, so that a large mean does not cost the digits of a small variance.</remarks>
internal static class Deviations
{
    /// <summary>The variance.</summary>
    public static void Variance<T>(TensorView<T> input, ReadOnlySpan<int> dim, int correction, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<bool> reduced = ReducedShape.Mark(dim, stackalloc bool[input.Rank]);
        int resultCount = result.ElementCount;
        T[] memory = ArrayPool<T>.Shared.Rent(resultCount);
        Span<T> means = memory.AsSpan(0, resultCount);
        Mean(input, reduced, means);
        MappedSum.Run<SquaredDifference<T>, T>(input, reduced, means, result.Elements);
        DivideBy(Divisor<T>(input.Sizes, reduced, correction), result.Elements);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>The cotangent of the argument of the variance: <c>2 (x - mean) / (n - correction)</c> times that of the result.</summary>
    public static void Pullback<T>(
        TensorView<T> cotangent, TensorView<T> input, ReadOnlySpan<int> dim, bool keepDims, int correction, TensorView<T> inputCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rank = input.Rank;
        Span<bool> reduced = ReducedShape.Mark(dim, stackalloc bool[rank]);
        Span<int> strides = stackalloc int[cotangent.Rank];
        int resultCount = Shape.RowMajorStrides(cotangent.Sizes, strides);
        T[] memory = ArrayPool<T>.Shared.Rent(resultCount);
        TensorView<T> means = new(memory.AsSpan(0, resultCount), cotangent.Sizes, strides);
        Mean(input, reduced, means.Buffer);
        T factor = T.CreateChecked(2) / Divisor<T>(input.Sizes, reduced, correction);
        ElementwiseDriver.Run<ScaledDifference<T>, T, T, T>(
            input,
            ReducedShape.Repeat(means, input.Sizes, reduced, keepDims, stackalloc int[rank]),
            ReducedShape.Repeat(cotangent, input.Sizes, reduced, keepDims, stackalloc int[rank]),
            new TensorView<T>(new Span<T>(ref factor), [], []),
            inputCotangent);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>The variance by operations that record themselves.</summary>
    public static Tensor<T> RecordedVariance<T>(Tensor<T> x, int[] dim, bool keepDims, int correction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> difference = x - Ops.Mean(x, dim, keepDims: true);
        T divisor = Divisor<T>(x.Shape.Sizes, ReducedShape.Mark(dim, stackalloc bool[x.Rank]), correction);
        return Ops.Sum(Ops.Square(difference), dim, keepDims) / divisor;
    }

    private static void Mean<T>(TensorView<T> input, ReadOnlySpan<bool> reduced, Span<T> means)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReductionDriver.Run<SumFold<T>, T>(input, reduced, means);
        DivideBy(Divisor<T>(input.Sizes, reduced, correction: 0), means);
    }

    /// <summary>How many elements fall on one result, less the correction; not less than 0.</summary>
    private static T Divisor<T>(ReadOnlySpan<int> sizes, ReadOnlySpan<bool> reduced, int correction)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        long count = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
            count *= reduced[axis] ? sizes[axis] : 1;
        return T.CreateChecked(Math.Max(0, count - correction));
    }

    private static void DivideBy<T>(T divisor, Span<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ReadOnlySpan<int> sizes = [values.Length];
        ReadOnlySpan<int> strides = [1];
        TensorView<T> all = new(values, sizes, strides);
        ElementwiseDriver.Run<Quotient<T>, T, T, T>(all, new TensorView<T>(new Span<T>(ref divisor), [], []), default, default, all);
    }

    /// <summary>(first - second)^2.</summary>
    private readonly struct SquaredDifference<T> : ISummand<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static int Arity => 2;

        public static T Neutral(T statistic) => statistic;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes difference = first - second;
            return difference * difference;
        }
    }

    /// <summary>(first - second) third fourth.</summary>
    private readonly struct ScaledDifference<T> : IElementwiseKernel<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static int Arity => 4;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => (first - second) * (third * fourth);
    }
}
