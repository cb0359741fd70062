using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>rank(x)</c>: the number of dimensions.</summary>
internal sealed class RankPrimitive : SizePrimitive
{
    public override string Name => "rank";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } = [new("x", OperandKind.AnyShape)];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (shape.Rank is int rank)
            return Dimension.Constant(rank);
        Symbol pack = shape.Items[shape.PackIndex].Pack!;
        return Dimension.Constant(shape.MinRank) + Dimension.Of(new Symbol("rank(..." + pack.Name + ")", pack.Kind, pack.Serial));
    }
}
