using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Normalization;

/// <summary>Mean and variance of groups of elements.</summary>
/// <param name="mean">The mean of each group.</param>
/// <param name="variance">The variance of each group.</param>
internal readonly ref struct GroupStatistics<T>(TensorView<T> mean, TensorView<T> variance)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly TensorView<T> _mean = mean;
    private readonly TensorView<T> _variance = variance;

    /// <summary>Whether there are any.</summary>
    public bool IsPresent => _mean.IsPresent;

    /// <summary>Mean and biased variance over some dimensions.</summary>
    /// <remarks>The squares come in a second pass, so that a large mean does not cost the digits of a small variance.</remarks>
    /// <param name="x">The elements.</param>
    /// <param name="grouped">For each dimension whether a group extends along it.</param>
    /// <param name="mean">The mean of each group, row-major.</param>
    /// <param name="variance">The variance of each group.</param>
    public static void Measure(TensorView<T> x, ReadOnlySpan<bool> grouped, Span<T> mean, Span<T> variance)
    {
        ReductionDriver.Run<SumFold<T>, T>(x, grouped, mean);
        T length = T.One;
        for (int axis = 0; axis < grouped.Length; axis++)
            length *= grouped[axis] ? T.CreateChecked(x.Sizes[axis]) : T.One;
        foreach (ref T value in mean)
            value /= length;
        MappedSum.Run<SquaredDistance, T>(x, grouped, mean, variance);
        foreach (ref T value in variance)
            value /= length;
    }

    /// <summary>Writes them into given memory.</summary>
    public void CopyTo(Span<T> mean, Span<T> variance)
    {
        ReadOnlySpan<int> stride = [1];
        StridedCopy.Run(_mean, new TensorView<T>(mean, _mean.Sizes, stride));
        StridedCopy.Run(_variance, new TensorView<T>(variance, _variance.Sizes, stride));
    }

    /// <summary>(first - second)^2.</summary>
    private readonly struct SquaredDistance : ISummand<T>
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
}
