using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>keep(x, dims)</c>: only some dimensions, in the order of the shape.</summary>
internal sealed class KeepPrimitive : ShapePrimitive
{
    public override string Name => "keep";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dims", OperandKind.Axes)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (operands[1].IsAbsent)
            return shape;
        if (AxisSelection.Of(context, operands[0], shape, operands[1], scalarHasAxis: false) is not AxisSelection axes)
            return context.UnknownShape();
        if (axes.IsExact)
            return new ShapeValue([.. axes.Items.OrderBy(item => item).Select(item => shape.Items[item])]);
        return axes.Count is int count ? new ShapeValue([.. context.FreshSizes(count)]) : context.UnknownShape();
    }
}
