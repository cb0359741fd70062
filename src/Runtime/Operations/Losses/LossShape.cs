using System.Numerics;

namespace TypedTensors;

/// <summary>The shape of a loss.</summary>
internal static class LossShape
{
    /// <summary>The shape that losses of a shape have after the reduction; false where that is not known.</summary>
    public static bool TryReduce(Shape losses, Reduction reduction, out Shape shape)
    {
        shape = reduction == Reduction.None ? losses : Shape.Scalar;
        return reduction is Reduction.Mean or Reduction.Sum or Reduction.None;
    }

    /// <summary>The losses of elements or positions as one, recorded.</summary>
    public static Tensor<T> Reduce<T>(Tensor<T> losses, Reduction reduction)
        where T : unmanaged, IFloatingPointIeee754<T> => reduction switch
        {
            Reduction.Mean => Ops.Mean(losses),
            Reduction.Sum => Ops.Sum(losses),
            _ => losses,
        };

    /// <summary>Whether a shape can be broadcast to another without changing that one.</summary>
    public static bool Spreads(Shape from, Shape to)
    {
        if (from.Rank > to.Rank)
            return false;
        for (int axis = 1; axis <= from.Rank; axis++)
        {
            if (from[-axis] != 1 && from[-axis] != to[-axis])
                return false;
        }

        return true;
    }

    /// <summary>The dimension of classes among scores.</summary>
    public static int ClassAxis(int rank) => Math.Min(1, rank - 1);

    /// <summary>The shape of the losses of positions, from the scores of classes and the right ones; false where they do not fit.</summary>
    public static bool TryClassify(Shape scores, Shape target, Shape? weight, Reduction reduction, out Shape shape)
    {
        shape = default;
        if (scores.Rank == 0)
            return false;
        int classes = ClassAxis(scores.Rank);
        ReadOnlySpan<int> sizes = scores.Sizes;
        bool fits = target.Rank == sizes.Length - 1
            && target.Sizes[..classes].SequenceEqual(sizes[..classes]) && target.Sizes[classes..].SequenceEqual(sizes[(classes + 1)..])
            && (weight is not { } own || (own.Rank == 1 && own[0] == sizes[classes]));
        return fits && TryReduce(target, reduction, out shape);
    }
}
