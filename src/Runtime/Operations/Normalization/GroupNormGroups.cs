using System.Numerics;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

/// <summary>What the forms of <see cref="Ops.GroupNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, int, double)"/> have in common: groups of channels.</summary>
internal readonly struct GroupNormGroups(int groups, double eps)
{
    private static readonly bool[] Grouped = [false, false, true, true], Weighted = [false, true, true, false];

    private readonly int _groups = groups;
    private readonly double _eps = eps;

    /// <summary>Whether the groups divide the channels, and weight and bias, where there are any, have a number for each.</summary>
    public bool Fits(Shape x, Shape? weight, Shape? bias) => BatchNormGroups.HasChannels(x, weight, bias) && _groups > 0 && x[1] % _groups == 0;

    public void Forward<T>(TensorView<T> x, GroupStatistics<T> given, TensorView<T> weight, TensorView<T> bias, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new NormalizedGroups(Loops(x.Sizes, stackalloc int[4]), Grouped, Weighted).Forward(_eps, x, given, weight, bias, result);

    public void Pullback<T>(
        TensorView<T> cotangent,
        TensorView<T> x,
        GroupStatistics<T> given,
        TensorView<T> weight,
        TensorView<T> xCotangent,
        TensorView<T> weightCotangent,
        TensorView<T> biasCotangent)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new NormalizedGroups(Loops(x.Sizes, stackalloc int[4]), Grouped, Weighted).Pullback(_eps, cotangent, x, given, weight, xCotangent, weightCotangent, biasCotangent);

    /// <summary>Examples, groups, the channels of one, and everything inside of a channel.</summary>
    private Span<int> Loops(ReadOnlySpan<int> sizes, Span<int> loops)
    {
        (loops[0], loops[1], loops[2]) = (sizes[0], _groups, sizes[1] / _groups);
        loops[3] = BatchNormGroups.CountInside(sizes);
        return loops;
    }
}
