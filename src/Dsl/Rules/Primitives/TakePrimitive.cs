using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>take(x, dim, count)</c>: the shape with so many of the positions along one dimension, checked to have them.</summary>
internal sealed class TakePrimitive : ShapePrimitive
{
    public override string Name => "take";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dim", OperandKind.Integer), new("count", OperandKind.Integer)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0], counted = operands[2];
        ShapeValue shape = context.ShapeOf(tensor);
        if (AxisSelection.Of(context, tensor, shape, operands[1], scalarHasAxis: false) is not AxisSelection axes)
            return context.UnknownShape();
        if (!axes.IsExact)
            return axes.Blurred(context, shape.Rank);
        Dimension count = counted.Integer ?? context.FreshSize();
        int axis = axes.Items[0];
        Fact fits = new(count, Relation.LessOrEqual, shape[axis]), isCount = new(Dimension.Zero, Relation.LessOrEqual, count);
        if (context.Facts.NeverHolds(fits))
            context.Fail(MismatchKind.Value, ValueMessages.TooMany(counted, count, tensor, shape, axis), [counted, tensor]);
        else if (context.Facts.NeverHolds(isCount))
            context.Fail(MismatchKind.Value, ValueMessages.NegativeCount(counted, count), [counted, tensor]);
        else if (!context.Facts.AlwaysHolds(fits))
            context.LeaveToGuard(ValueMessages.TooManyUnproved(counted, count, tensor, shape, axis));
        else if (!context.Facts.AlwaysHolds(isCount))
            context.LeaveToGuard(ValueMessages.CountUnproved(counted, count));
        return new ShapeValue([.. shape.Items.Select((item, i) => i == axis ? ShapeItem.Of(count) : item)]);
    }
}
