using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>One dimension that an index or a range is applied to.</summary>
internal sealed class SliceSite(RuleContext context, Operand tensor, Operand slices, ShapeValue shape, int dimension)
{
    private readonly Dimension _size = shape[dimension];

    /// <summary>Checks that an index lies inside the dimension.</summary>
    public void Check(IndexSlice index)
    {
        if (index.Position is null)
        {
            context.LeaveToGuard(SliceMessages.Unproved(tensor, shape));
            return;
        }

        Dimension position = From(index.Position, index.FromEnd);
        string written = Write(index.Position, index.FromEnd);
        Require(position, Relation.GreaterOrEqual, Dimension.Zero, () => SliceMessages.IndexOutside(written, tensor, shape, dimension, _size));
        Require(position, Relation.Less, _size, () => SliceMessages.IndexOutside(written, tensor, shape, dimension, _size));
    }

    /// <summary>The size of a range, after checking that it lies inside the dimension.</summary>
    public Dimension Cut(RangeSlice range)
    {
        Dimension start = From(range.Start, range.StartFromEnd), end = From(range.End, range.EndFromEnd);
        string written = Write(range.Start, range.StartFromEnd) + ".." + Write(range.End, range.EndFromEnd);
        if (range.Step.IsConstant(out long step) && step < 1)
        {
            context.Fail(MismatchKind.Index, ValueMessages.NotPositive("step", range.Step), [slices]);
            return context.FreshSize();
        }

        Require(start, Relation.GreaterOrEqual, Dimension.Zero, () => SliceMessages.RangeOutside(written, tensor, shape, dimension, _size));
        Require(start, Relation.LessOrEqual, end, () => SliceMessages.RangeReversed(written, tensor, shape, dimension));
        Require(end, Relation.LessOrEqual, _size, () => SliceMessages.RangeOutside(written, tensor, shape, dimension, _size));
        return Dimension.FloorDivide(end - start + range.Step - Dimension.One, range.Step);
    }

    // A bound that holds for some sizes and not for others is left to the guard: x[0] is no mistake because a batch may be empty.
    private void Require(Dimension left, Relation relation, Dimension right, Func<string> message)
    {
        var fact = new Fact(left, relation, right);
        if (context.Facts.NeverHolds(fact))
            context.Fail(MismatchKind.Index, message(), [slices, tensor]);
        else if (!context.Facts.AlwaysHolds(fact))
            context.LeaveToGuard(SliceMessages.Unproved(tensor, shape));
    }

    private Dimension From(Dimension position, bool fromEnd) => fromEnd ? _size - position : position;

    private static string Write(Dimension position, bool fromEnd) => fromEnd ? "^" + position : position.ToString();
}
