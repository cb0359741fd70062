using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>flatten(x, start, end)</c>: the dimensions from one to another, both included, as one; 0 and -1 when absent. A scalar becomes <c>(1)</c>.</summary>
internal sealed class FlattenPrimitive : ShapePrimitive
{
    public override string Name => "flatten";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("x", OperandKind.AnyShape),
        new("start", OperandKind.Integer, Optional: true),
        new("end", OperandKind.Integer, Optional: true),
    ];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (!Axis(operands[1], 0, out long start) || !Axis(operands[2], -1, out long end))
        {
            context.LeaveToGuard(AxisMessages.Unproved(operands[0], shape));
            return context.UnknownShape();
        }

        return shape.Rank is int rank
            ? OfRank(context, operands, shape, Math.Max(1, rank), start, end)
            : AroundPack(context, operands, shape, start, end);
    }

    private static ShapeValue OfRank(RuleContext context, IReadOnlyList<Operand> operands, ShapeValue shape, int rank, long start, long end)
    {
        foreach ((long axis, Operand operand) in new[] { (start, operands[1]), (end, operands[2]) })
        {
            if (axis < -rank || axis >= rank)
                return context.Fail(MismatchKind.Axis, AxisMessages.OutOfRange(axis, operands[0], shape), [operand, operands[0]]);
        }

        long first = start < 0 ? start + rank : start, last = end < 0 ? end + rank : end;
        if (first > last)
            return context.Fail(MismatchKind.Axis, AxisMessages.Reversed(start, end, operands[0], shape), [operands[1], operands[2], operands[0]]);
        return Merge(shape, (int)first, (int)last);
    }

    private static ShapeValue AroundPack(RuleContext context, IReadOnlyList<Operand> operands, ShapeValue shape, long start, long end)
    {
        // The pack is merged whole when the start is at most its first and the end at least its last dimension.
        int count = shape.Items.Count;
        int first = start >= 0 && start <= shape.PrefixLength ? (int)start : start < 0 && -start <= shape.SuffixLength ? (int)(count + start) : -1;
        int last = end >= 0 && end < shape.PrefixLength ? (int)end : end < 0 && -end <= shape.SuffixLength + 1 ? (int)(count + end) : -1;
        if (first > last && last >= 0)
            return context.Fail(MismatchKind.Axis, AxisMessages.Reversed(start, end, operands[0], shape), [operands[1], operands[2], operands[0]]);
        if (first >= 0 && last >= 0)
        {
            // An empty pack between other dimensions has nothing to merge.
            if (first == last && first == shape.PackIndex && shape.MinRank > 0)
                context.LeaveToGuard(AxisMessages.Unproved(operands[0], shape));
            return Merge(shape, first, last);
        }

        context.LeaveToGuard(AxisMessages.Unproved(operands[0], shape));
        long before = start >= 0 ? start : shape.PrefixLength - (-start - shape.SuffixLength);
        long after = end < 0 ? -end - 1 : shape.SuffixLength - (end - shape.PrefixLength + 1);
        int keptBefore = (int)Math.Max(0, Math.Min(before, shape.PrefixLength)), keptAfter = (int)Math.Max(0, Math.Min(after, shape.SuffixLength));
        return new ShapeValue([.. shape.Items.Take(keptBefore), context.FreshPack(), .. shape.Items.Skip(count - keptAfter)]);
    }

    private static ShapeValue Merge(ShapeValue shape, int first, int last)
    {
        IEnumerable<ShapeItem> merged = shape.Items.Skip(first).Take(last - first + 1);
        return new ShapeValue([.. shape.Items.Take(first), ShapeItem.Of(ElementCount.Of(merged)), .. shape.Items.Skip(last + 1)]);
    }

    private static bool Axis(Operand operand, long otherwise, out long axis)
    {
        axis = otherwise;
        return operand.IsAbsent || (operand.Integer is Dimension value && value.IsConstant(out axis));
    }
}
