using System.Buffers;
using System.Numerics;
using TypedTensors.Compilation;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Normalization;

/// <summary>Elements in groups, each brought to the mean 0 and the variance 1, then scaled and moved.</summary>
/// <remarks>A group is what some loops over the elements run through, given the others. Factors, and what is added, belong to given values of some loops.</remarks>
/// <param name="sizes">The sizes of the loops, whose row-major order is that of the elements.</param>
/// <param name="grouped">For each loop whether it runs through a group.</param>
/// <param name="weighted">For each loop whether it tells the factor.</param>
internal readonly ref struct NormalizedGroups(ReadOnlySpan<int> sizes, ReadOnlySpan<bool> grouped, ReadOnlySpan<bool> weighted)
{
    private readonly ReadOnlySpan<int> _sizes = sizes;
    private readonly ReadOnlySpan<bool> _grouped = grouped;
    private readonly ReadOnlySpan<bool> _weighted = weighted;

    private int Rank => _sizes.Length;

    /// <summary>Computes the elements.</summary>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="x">The elements, of any strides.</param>
    /// <param name="given">Mean and variance of each group where they are not those of the elements.</param>
    /// <param name="weight">The factors; absent where there are none.</param>
    /// <param name="bias">What is added; absent where there is nothing.</param>
    /// <param name="result">The contiguous destination.</param>
    public void Forward<T>(double epsilon, TensorView<T> x, GroupStatistics<T> given, TensorView<T> weight, TensorView<T> bias, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (Count(_sizes) == 0)
            return;
        using ElementList<T> elements = new(x), factors = Optional(weight), offsets = Optional(bias);
        Span<int> strides = Strides(stackalloc int[Rank]), ofGroups = StridesOf(_grouped, false, stackalloc int[Rank]);
        Span<int> ofWeights = StridesOf(_weighted, true, stackalloc int[Rank]);
        int groups = CountOf(_grouped, false);
        T[] memory = ArrayPool<T>.Shared.Rent(2 * groups);
        TensorView<T> source = new(elements.Values, _sizes, strides);
        TensorView<T> mean = new(memory.AsSpan(0, groups), _sizes, ofGroups), inverse = new(memory.AsSpan(groups, groups), _sizes, ofGroups);
        Measure(epsilon, source, given, mean.Buffer, inverse.Buffer);

        scoped FusedLoop<T> loop = new(_sizes);
        loop.Operand(0, source);
        loop.Operand(1, mean);
        loop.Operand(2, inverse);
        if (weight.IsPresent)
            loop.Operand(3, new TensorView<T>(factors.Values, _sizes, ofWeights));
        else
            loop.Number(3, T.One);
        if (bias.IsPresent)
            loop.Operand(4, new TensorView<T>(offsets.Values, _sizes, ofWeights));
        else
            loop.Number(4, T.Zero);
        loop.Result(0, new TensorView<T>(result.Elements, _sizes, strides));
        loop.Run<Normalized<T>>();
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>Computes the cotangents that are wanted; the statistics, where they are given, count as constants.</summary>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <param name="cotangent">The cotangent of the result, of any strides.</param>
    /// <param name="x">The elements.</param>
    /// <param name="given">Mean and variance of each group where they are not those of the elements.</param>
    /// <param name="weight">The factors; absent where there are none.</param>
    /// <param name="xCotangent">The cotangent of the elements.</param>
    /// <param name="weightCotangent">The cotangent of the factors.</param>
    /// <param name="biasCotangent">The cotangent of what is added.</param>
    public void Pullback<T>(
        double epsilon,
        TensorView<T> cotangent,
        TensorView<T> x,
        GroupStatistics<T> given,
        TensorView<T> weight,
        TensorView<T> xCotangent,
        TensorView<T> weightCotangent,
        TensorView<T> biasCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int count = Count(_sizes), groups = CountOf(_grouped, false);
        if (count == 0)
        {
            Clear(weightCotangent);
            Clear(biasCotangent);
            return;
        }

        using ElementList<T> elements = new(x), slopes = new(cotangent), factors = Optional(weight);
        Span<int> strides = Strides(stackalloc int[Rank]), ofGroups = StridesOf(_grouped, false, stackalloc int[Rank]);
        Span<int> ofWeights = StridesOf(_weighted, true, stackalloc int[Rank]);
        T[] memory = ArrayPool<T>.Shared.Rent(count + (4 * groups));
        Span<T> ofEachGroup = memory.AsSpan(count, 4 * groups);
        TensorView<T> source = new(elements.Values, _sizes, strides), slope = new(slopes.Values, _sizes, strides), product = new(memory.AsSpan(0, count), _sizes, strides);
        TensorView<T> mean = new(ofEachGroup[..groups], _sizes, ofGroups), inverse = new(ofEachGroup.Slice(groups, groups), _sizes, ofGroups);
        Measure(epsilon, source, given, mean.Buffer, inverse.Buffer);

        Span<bool> shared = stackalloc bool[Rank];
        for (int i = 0; i < Rank; i++)
            shared[i] = !_weighted[i];
        if (biasCotangent.IsPresent)
            ReductionDriver.Run<SumFold<T>, T>(slope, shared, biasCotangent.Elements);
        if (weightCotangent.IsPresent)
        {
            ElementwiseDriver.Run<TimesNormalized<T>, T, T, T>(slope, source, mean, inverse, product);
            ReductionDriver.Run<SumFold<T>, T>(product, shared, weightCotangent.Elements);
        }

        if (xCotangent.IsPresent)
        {
            if (weight.IsPresent)
            {
                // The cotangent of the normalized elements takes the place of that of the result.
                TensorView<T> scaled = new(xCotangent.Elements, _sizes, strides);
                ElementwiseDriver.Run<Product<T>, T, T, T>(slope, new TensorView<T>(factors.Values, _sizes, ofWeights), default, default, scaled);
                slope = scaled;
            }

            TensorView<T> total = new(ofEachGroup.Slice(2 * groups, groups), _sizes, ofGroups), moment = new(ofEachGroup.Slice(3 * groups, groups), _sizes, ofGroups);
            if (given.IsPresent)
            {
                ofEachGroup[(2 * groups)..].Clear();
            }
            else
            {
                ElementwiseDriver.Run<TimesNormalized<T>, T, T, T>(slope, source, mean, inverse, product);
                ReductionDriver.Run<SumFold<T>, T>(product, _grouped, moment.Buffer);
                ReductionDriver.Run<SumFold<T>, T>(slope, _grouped, total.Buffer);
            }

            scoped FusedLoop<T> loop = new(_sizes);
            loop.Operand(0, slope);
            loop.Operand(1, source);
            loop.Operand(2, mean);
            loop.Operand(3, inverse);
            loop.Operand(4, total);
            loop.Operand(5, moment);
            loop.Number(6, T.One / T.CreateChecked(count / groups));
            loop.Result(0, new TensorView<T>(xCotangent.Elements, _sizes, strides));
            loop.Run<CotangentOfElements<T>>();
        }

        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>The mean of each group, and one divided by the root of its variance.</summary>
    private void Measure<T>(double epsilon, TensorView<T> x, GroupStatistics<T> given, Span<T> mean, Span<T> inverse)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (given.IsPresent)
            given.CopyTo(mean, inverse);
        else
            GroupStatistics<T>.Measure(x, _grouped, mean, inverse);
        T least = T.CreateChecked(epsilon);
        foreach (ref T value in inverse)
            value = T.One / T.Sqrt(value + least);
    }

    private static ElementList<T> Optional<T>(TensorView<T> view)
        where T : unmanaged => view.IsPresent ? new(view) : default;

    private static void Clear<T>(TensorView<T> view)
        where T : unmanaged
    {
        if (view.IsPresent)
            view.Elements.Clear();
    }

    private static int Count(ReadOnlySpan<int> sizes)
    {
        int count = 1;
        foreach (int size in sizes)
            count *= size;
        return count;
    }

    private int CountOf(ReadOnlySpan<bool> marks, bool mark)
    {
        int count = 1;
        for (int i = 0; i < Rank; i++)
            count *= marks[i] == mark ? _sizes[i] : 1;
        return count;
    }

    private Span<int> Strides(Span<int> strides)
    {
        Shape.RowMajorStrides(_sizes, strides);
        return strides;
    }

    /// <summary>The strides of values that lie in the order of the loops with a mark and are the same along the others.</summary>
    private Span<int> StridesOf(ReadOnlySpan<bool> marks, bool mark, Span<int> strides)
    {
        int stride = 1;
        for (int i = Rank - 1; i >= 0; i--)
        {
            strides[i] = marks[i] == mark ? stride : 0;
            stride *= marks[i] == mark ? _sizes[i] : 1;
        }

        return strides;
    }

    /// <summary>(x - mean) inverse weight + bias.</summary>
    private readonly struct Normalized<T> : IFusedKernel<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T> => at.Write(0, ((at.Read(0) - at.Read(1)) * at.Read(2) * at.Read(3)) + at.Read(4));
    }

    /// <summary>inverse (slope - (all slopes + (x - mean) inverse all moments) / n).</summary>
    private readonly struct CotangentOfElements<T> : IFusedKernel<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes inverse = at.Read(3);
            TLanes shared = at.Read(4) + ((at.Read(1) - at.Read(2)) * inverse * at.Read(5));
            at.Write(0, inverse * (at.Read(0) - (shared * at.Read(6))));
        }
    }

    /// <summary>first (second - third) fourth.</summary>
    private readonly struct TimesNormalized<T> : IElementwiseKernel<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public static int Arity => 4;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => first * ((second - third) * fourth);
    }
}
