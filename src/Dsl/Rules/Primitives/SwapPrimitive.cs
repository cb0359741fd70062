using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>swap(x, dim0, dim1)</c>: the shape with two dimensions exchanged.</summary>
internal sealed class SwapPrimitive : ShapePrimitive
{
    public override string Name => "swap";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dim0", OperandKind.Integer), new("dim1", OperandKind.Integer)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);

        // Each on its own, because swapping a dimension with itself is allowed.
        if (AxisSelection.Of(context, operands[0], shape, operands[1]) is not AxisSelection first
            || AxisSelection.Of(context, operands[0], shape, operands[2]) is not AxisSelection second)
            return context.UnknownShape();
        ShapeItem[] items = [.. shape.Items];
        if (first.IsExact && second.IsExact)
        {
            if (items.Length > 0)
                (items[first.Items[0]], items[second.Items[0]]) = (items[second.Items[0]], items[first.Items[0]]);
            return new ShapeValue(items);
        }

        if (shape.Rank is int rank)
            return new ShapeValue([.. context.FreshSizes(rank)]);
        int start = Math.Min(Start(first), Start(second)), end = Math.Min(End(first), End(second));
        return new ShapeValue([.. items.Take(start), context.FreshPack(), .. items.Skip(items.Length - end)]);

        int Start(AxisSelection axis) => axis.IsExact && axis.Items[0] < shape.PackIndex ? axis.Items[0] : axis.KeptAtStart;

        int End(AxisSelection axis) => axis.IsExact && axis.Items[0] > shape.PackIndex ? items.Length - 1 - axis.Items[0] : axis.KeptAtEnd;
    }
}
