using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>tile(x, repeats)</c>: every size times how often the dimension is repeated. Both are aligned from the right, and what is missing is 1.</summary>
internal sealed class TilePrimitive : ShapePrimitive
{
    public override string Name => "tile";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("repeats", OperandKind.Axes)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0], repeats = operands[1];
        ShapeValue shape = context.ShapeOf(tensor);
        if (repeats.Integers is not IReadOnlyList<Dimension> counts)
        {
            context.LeaveToGuard(ValueMessages.RepeatsUnproved(repeats));
            return shape.Rank is null ? context.UnknownShape() : new ShapeValue([context.FreshPack(), .. context.FreshSizes(shape.MinRank)]);
        }

        for (int i = 0; i < counts.Count; i++)
        {
            if (counts[i].IsConstant(out long constant) && constant < 0)
                return context.Fail(MismatchKind.Value, ValueMessages.NegativeRepeats(repeats, i, constant), [repeats]);
            if (!context.Facts.AlwaysHolds(new Fact(counts[i], Relation.GreaterOrEqual, Dimension.Zero)))
                context.LeaveToGuard(ValueMessages.RepeatsUnproved(repeats));
        }

        int paired = Math.Min(shape.SuffixLength, counts.Count);
        IEnumerable<ShapeItem> repeated = shape.Items.Skip(shape.Items.Count - paired).Select((size, i) => ShapeItem.Of(size.Dimension! * counts[counts.Count - paired + i]));
        if (counts.Count <= shape.SuffixLength)
            return new ShapeValue([.. shape.Items.Take(shape.Items.Count - paired), .. repeated]);
        return shape.Rank is null
            ? new ShapeValue([context.FreshPack(), .. repeated])
            : new ShapeValue([.. counts.Take(counts.Count - paired).Select(ShapeItem.Of), .. repeated]);
    }
}
