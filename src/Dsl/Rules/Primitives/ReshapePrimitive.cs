using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>reshape(x, sizes)</c>: the sizes, one of which may be -1 and follows from the number of elements.</summary>
internal sealed class ReshapePrimitive : ShapePrimitive
{
    public override string Name => "reshape";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("sizes", OperandKind.Sizes)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0], sizes = operands[1];
        ShapeValue shape = context.ShapeOf(tensor);
        ShapeItem[]? items = sizes.Value is PatternArgument pattern
            ? [.. pattern.Shape.Items]
            : sizes.Integers?.Select(ShapeItem.Of).ToArray();
        if (items is null)
        {
            context.LeaveToGuard(CountMessages.Unproved(tensor, shape));
            return context.UnknownShape();
        }

        int inferred = -1;
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Dimension is not Dimension size || !size.IsConstant(out long value) || value >= 0)
                continue;
            if (value != -1)
                return context.Fail(MismatchKind.Value, ValueMessages.NegativeSize(sizes, i, value), [sizes]);
            if (inferred >= 0)
                return context.Fail(MismatchKind.Value, ValueMessages.TwoInferred(sizes), [sizes]);
            inferred = i;
        }

        Dimension count = ElementCount.Of(shape);
        if (inferred >= 0)
            return Infer(context, tensor, shape, count, sizes, items, inferred);
        var result = new ShapeValue(items);
        Dimension resultCount = ElementCount.Of(result);
        switch (context.Facts.AreEqual(count, resultCount).Answer)
        {
            case Answer.Refuted:
                context.Fail(MismatchKind.ElementCount, CountMessages.Changed(tensor, shape, count, result, resultCount), [sizes, tensor]);
                break;
            case Answer.Unknown:
                context.LeaveToGuard(CountMessages.Unproved(tensor, shape));
                break;
        }

        return result;
    }

    private static ShapeValue Infer(
        RuleContext context, Operand tensor, ShapeValue shape, Dimension count, Operand sizes, ShapeItem[] items, int inferred)
    {
        Dimension others = ElementCount.Of(items.Where((_, i) => i != inferred));
        if (others.Equals(Dimension.Zero))
            return context.Fail(MismatchKind.ElementCount, CountMessages.Ambiguous(tensor, shape), [sizes, tensor]);
        Dimension? size = context.Facts.ExactQuotient(count, others);
        if (size is null)
        {
            var divides = new Fact(Dimension.Remainder(count, others), Relation.Equal, Dimension.Zero);
            if (context.Facts.Holds(divides).Answer == Answer.Refuted)
                context.Fail(MismatchKind.ElementCount, CountMessages.NotDivisible(tensor, shape, count, others), [sizes, tensor]);
            else
                context.LeaveToGuard(CountMessages.Unproved(tensor, shape));
        }

        items[inferred] = ShapeItem.Of(size ?? context.FreshSize());
        return new ShapeValue(items);
    }
}
