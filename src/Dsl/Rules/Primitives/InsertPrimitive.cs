using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>insert(x, dim, size)</c>: the shape with a new dimension that comes to stand at <c>dim</c>; -1 is after the last.</summary>
internal sealed class InsertPrimitive : ShapePrimitive
{
    public override string Name => "insert";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dim", OperandKind.Integer), new("size", OperandKind.Integer)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands) =>
        Insert(context, operands[0], context.ShapeOf(operands[0]), operands[1], operands[2].Integer ?? context.FreshSize());

    /// <summary>Inserts one dimension, or records that it cannot stand there.</summary>
    public static ShapeValue Insert(RuleContext context, Operand tensor, ShapeValue shape, Operand position, Dimension size)
    {
        if (position.Integer is null || !position.Integer.IsConstant(out long at))
        {
            context.LeaveToGuard(AxisMessages.Unproved(tensor, shape));
            return shape.Rank is int known ? new ShapeValue([.. context.FreshSizes(known + 1)]) : context.UnknownShape();
        }

        if (shape.Rank is int rank && (at < -(rank + 1) || at > rank))
            return context.Fail(MismatchKind.Axis, AxisMessages.NoPosition(at, tensor, shape), [position, tensor]);

        // A gap is counted from the side that the position is: before it stand `at`, or after it `-at - 1` dimensions.
        if (at >= 0 ? at <= shape.PrefixLength : -at - 1 <= shape.SuffixLength)
        {
            int gap = (int)(at >= 0 ? at : shape.Items.Count + at + 1);
            return new ShapeValue([.. shape.Items.Take(gap), ShapeItem.Of(size), .. shape.Items.Skip(gap)]);
        }

        context.LeaveToGuard(AxisMessages.Unproved(tensor, shape));
        long start = at >= 0 ? shape.PrefixLength : Math.Max(0, shape.PrefixLength - (-at - 1 - shape.SuffixLength));
        long end = at < 0 ? shape.SuffixLength : Math.Max(0, shape.SuffixLength - (at - shape.PrefixLength));
        return new ShapeValue([.. shape.Items.Take((int)start), context.FreshPack(), .. shape.Items.Skip((int)(shape.Items.Count - end))]);
    }
}
