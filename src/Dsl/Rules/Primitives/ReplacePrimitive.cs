using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>replace(x, dim, size)</c>: the shape with another size at one dimension.</summary>
internal sealed class ReplacePrimitive : ShapePrimitive
{
    public override string Name => "replace";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dim", OperandKind.Integer), new("size", OperandKind.Integer)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (AxisSelection.Of(context, operands[0], shape, operands[1], scalarHasAxis: false) is not AxisSelection axes)
            return context.UnknownShape();
        if (!axes.IsExact)
            return axes.Blurred(context, shape.Rank);
        Dimension size = operands[2].Integer ?? context.FreshSize();
        return new ShapeValue([.. shape.Items.Select((item, i) => axes.Items.Contains(i) ? ShapeItem.Of(size) : item)]);
    }
}
