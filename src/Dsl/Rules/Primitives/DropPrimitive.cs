using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>drop(x, dims)</c>: the shape without some dimensions, which must be there; without all of them when <c>dims</c> is absent.</summary>
internal sealed class DropPrimitive : ShapePrimitive
{
    public override string Name => "drop";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dims", OperandKind.Axes)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (operands[1].IsAbsent)
            return ShapeValue.Of();
        if (AxisSelection.Of(context, operands[0], shape, operands[1], scalarHasAxis: false) is not AxisSelection axes)
            return context.UnknownShape();
        return axes.IsExact
            ? new ShapeValue([.. shape.Items.Where((_, i) => !axes.Items.Contains(i))])
            : axes.Blurred(context, shape.Rank - axes.Count);
    }
}
