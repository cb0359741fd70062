using System.Numerics;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors;

/// <summary>What the forms of <see cref="Ops.LayerNorm{T}(Tensor{T}, Tensor{T}, Tensor{T}, ReadOnlySpan{int}, double)"/> have in common: a group along some dimensions.</summary>
internal readonly struct LayerNormGroups(ReadOnlySpan<int> dim, double eps)
{
    private readonly double _eps = eps;

    public int[] Dim { get; } = dim.ToArray();

    /// <summary>Whether the dimensions exist and weight and bias, where there are any, have their sizes.</summary>
    public bool Fits(Shape x, Shape? weight, Shape? bias)
    {
        Span<bool> marked = stackalloc bool[x.Rank];
        if (!TryMark(marked))
            return false;
        // The axis 0 of a scalar stands for nothing, and there is no weight for it.
        if (x.Rank == 0 && Dim.Length > 0)
            return weight is null && bias is null;
        List<int> sizes = [];
        for (int axis = 0; axis < x.Rank; axis++)
        {
            if (marked[axis])
                sizes.Add(x[axis]);
        }

        Shape kept = new([.. sizes]);
        return (weight is null || weight == kept) && (bias is null || bias == kept);
    }

    public void Forward<T>(TensorView<T> x, GroupStatistics<T> given, TensorView<T> weight, TensorView<T> bias, TensorView<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<bool> marked = stackalloc bool[x.Rank];
        TryMark(marked);
        new NormalizedGroups(x.Sizes, marked, marked).Forward(_eps, x, given, weight, bias, result);
    }

    public void Pullback<T>(
        TensorView<T> cotangent,
        TensorView<T> x,
        GroupStatistics<T> given,
        TensorView<T> weight,
        TensorView<T> xCotangent,
        TensorView<T> weightCotangent,
        TensorView<T> biasCotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Span<bool> marked = stackalloc bool[x.Rank];
        TryMark(marked);
        new NormalizedGroups(x.Sizes, marked, marked).Pullback(_eps, cotangent, x, given, weight, xCotangent, weightCotangent, biasCotangent);
    }

    /// <summary>Marks the dimensions; here an empty list stands for none.</summary>
    private bool TryMark(Span<bool> marked) => Dim.Length == 0 || Axes.TryMark(Dim, marked);
}
