using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>transpose(x)</c>: the last two dimensions exchanged; a vector and a scalar are unchanged.</summary>
internal sealed class TransposePrimitive : ShapePrimitive
{
    public override string Name => "transpose";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } = [new("x", OperandKind.AnyShape)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        int count = shape.Items.Count;
        if (shape.SuffixLength >= 2)
            return new ShapeValue([.. shape.Items.Take(count - 2), shape.Items[count - 1], shape.Items[count - 2]]);
        if (shape.Rank is not null)
            return shape;

        // The last two may be anything that the pack holds; what stands well before it stays.
        int kept = Math.Max(0, shape.PrefixLength - (2 - shape.SuffixLength));
        return new ShapeValue([.. shape.Items.Take(kept), context.FreshPack()]);
    }
}
