using System.Numerics;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

/// <summary>What the normalizations of batches have in common: a group for each channel.</summary>
internal readonly struct BatchNormGroups(double eps)
{
    private static readonly bool[] Grouped = [true, false, true], Weighted = [false, true, false];

    private readonly double _eps = eps;

    /// <summary>Whether there are channels, and for each a number in weight and bias, where there are any.</summary>
    public static bool HasChannels(Shape x, Shape? weight, Shape? bias) => x.Rank >= 2 && IsOfChannels(x, weight) && IsOfChannels(x, bias);

    /// <summary>Whether a shape has one number for each channel; one that is not there does not matter.</summary>
    public static bool IsOfChannels(Shape x, Shape? shape) => shape is not { } given || (given.Rank == 1 && given[0] == x[1]);

    /// <summary>How many elements a channel of one example has.</summary>
    public static int CountInside(ReadOnlySpan<int> sizes)
    {
        int count = 1;
        foreach (int size in sizes[2..])
            count *= size;
        return count;
    }

    /// <summary>For each dimension of a batch whether it is another one than that of the channels.</summary>
    public static Span<bool> MarkAllButChannels(Span<bool> marks)
    {
        marks.Fill(true);
        marks[1] = false;
        return marks;
    }

    public void Forward<T>(TensorView<T> x, GroupStatistics<T> given, TensorView<T> weight, TensorView<T> bias, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new NormalizedGroups([x.Sizes[0], x.Sizes[1], CountInside(x.Sizes)], Grouped, Weighted).Forward(_eps, x, given, weight, bias, result);

    public void Pullback<T>(
        TensorView<T> cotangent,
        TensorView<T> x,
        GroupStatistics<T> given,
        TensorView<T> weight,
        TensorView<T> xCotangent,
        TensorView<T> weightCotangent,
        TensorView<T> biasCotangent)
        where T : unmanaged, IFloatingPointIeee754<T> => new NormalizedGroups([x.Sizes[0], x.Sizes[1], CountInside(x.Sizes)], Grouped, Weighted)
            .Pullback(_eps, cotangent, x, given, weight, xCotangent, weightCotangent, biasCotangent);
}
