using TypedTensors.Dimensions;

namespace TypedTensors.Rules;

/// <summary><c>product(x)</c>: the number of elements.</summary>
internal sealed class ProductPrimitive : SizePrimitive
{
    public override string Name => "product";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } = [new("x", OperandKind.AnyShape)];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands) => ElementCount.Of(context.ShapeOf(operands[0]));
}
