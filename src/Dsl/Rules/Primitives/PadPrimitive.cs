using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>pad(x, amounts)</c>, <c>padreflection(x, amounts)</c>, <c>padedge(x, amounts)</c>: the last dimensions made longer before and after. There are two
/// amounts for each of them, outermost first.
/// </summary>
internal sealed class PadPrimitive(string name, PaddingKind kind) : ShapePrimitive
{
    public override string Name => name;

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("amounts", OperandKind.Axes)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0], amounts = operands[1];
        ShapeValue shape = context.ShapeOf(tensor);
        if (amounts.Integers is not IReadOnlyList<Dimension> values)
        {
            context.LeaveToGuard(PadMessages.Unproved(amounts, tensor, shape));
            return shape.Rank is int known ? new ShapeValue([.. context.FreshSizes(known)]) : context.UnknownShape();
        }

        if (values.Count % 2 != 0)
            return context.Fail(MismatchKind.Value, PadMessages.Unpaired(amounts, values.Count), [amounts]);
        int pairs = values.Count / 2;
        if (shape.Rank is int rank && pairs > rank)
            return context.Fail(MismatchKind.Axis, PadMessages.TooMany(pairs, tensor, shape), [amounts, tensor]);

        ShapeItem[] items = [.. shape.Items];
        int padded = Math.Min(pairs, shape.SuffixLength);
        for (int place = 1; place <= padded; place++)
        {
            int item = items.Length - place;
            Dimension before = values[values.Count - (2 * place)], after = values[values.Count - (2 * place) + 1];
            if (!Check(context, operands, shape, item, before, after))
                return context.UnknownShape();
            items[item] = ShapeItem.Of(shape[item] + before + after);
        }

        if (padded == pairs)
            return new ShapeValue(items);

        // The amounts that are left reach into the pack, and past it where that is short.
        context.LeaveToGuard(PadMessages.Unproved(amounts, tensor, shape));
        int kept = Math.Max(0, shape.PrefixLength - (pairs - padded));
        return new ShapeValue([.. items.Take(kept), context.FreshPack(), .. items.Skip(items.Length - padded)]);
    }

    private bool Check(RuleContext context, IReadOnlyList<Operand> operands, ShapeValue shape, int item, Dimension before, Dimension after)
    {
        (Operand tensor, Operand amounts) = (operands[0], operands[1]);
        Dimension size = shape[item];
        if (kind == PaddingKind.Constant)
        {
            Dimension cropped = -(Dimension.Min(before, Dimension.Zero) + Dimension.Min(after, Dimension.Zero));
            return Holds(new Fact(cropped, Relation.LessOrEqual, size), MismatchKind.Value, PadMessages.CropsTooMuch(tensor, shape, item, cropped, size));
        }

        foreach (Dimension amount in new[] { before, after })
        {
            if (amount.Equals(Dimension.Zero))
                continue;
            if (!Holds(new Fact(amount, Relation.GreaterOrEqual, Dimension.Zero), MismatchKind.Value, PadMessages.Negative(tensor, shape, item, amount)))
                return false;
            bool fits = kind == PaddingKind.Reflection
                ? Holds(new Fact(amount, Relation.Less, size), MismatchKind.Value, PadMessages.ReflectsTooMuch(tensor, shape, item, amount, size))
                : Holds(new Fact(size, Relation.GreaterOrEqual, Dimension.One), MismatchKind.Value, PadMessages.NoEdge(tensor, shape, item));
            if (!fits)
                return false;
        }

        return true;

        bool Holds(Fact fact, MismatchKind mismatch, string message)
        {
            if (context.Facts.AlwaysHolds(fact))
                return true;
            if (context.Facts.NeverHolds(fact))
            {
                context.Fail(mismatch, message, [amounts, tensor]);
                return false;
            }

            context.LeaveToGuard(PadMessages.Unproved(amounts, tensor, shape));
            return true;
        }
    }
}
