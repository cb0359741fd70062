using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>size(x, dim)</c>: the size of one dimension.</summary>
internal sealed class SizeOfPrimitive : SizePrimitive
{
    public override string Name => "size";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } = [new("x", OperandKind.AnyShape), new("dim", OperandKind.Integer)];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        AxisSelection? axes = AxisSelection.Of(context, operands[0], shape, operands[1], scalarHasAxis: false);
        return axes is { IsExact: true } ? shape[axes.Items[0]] : context.FreshSize();
    }
}
