using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>expand(x, sizes)</c>: the sizes, or another shape, aligned from the right; -1 keeps the size that is there, and a size of 1 becomes any.</summary>
internal sealed class ExpandPrimitive : ShapePrimitive
{
    public override string Name => "expand";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("sizes", OperandKind.Sizes | OperandKind.Shape)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0], sizes = operands[1];
        ShapeValue shape = context.ShapeOf(tensor);
        ShapeValue? target = sizes.Value is PatternArgument pattern ? pattern.Shape
            : sizes.Value is TensorArgument other ? other.Shape
            : sizes.Integers is IReadOnlyList<Dimension> values ? ShapeValue.Of(values)
            : null;
        if (target is null)
        {
            context.LeaveToGuard(BroadcastMessages.ExpandUnproved(tensor, shape));
            return context.UnknownShape();
        }

        if (target.Rank is int rank && rank < shape.MinRank)
            return context.Fail(MismatchKind.Broadcast, BroadcastMessages.TooFewSizes(tensor, shape, target), [sizes, tensor]);
        ShapeItem[] result = [.. target.Items];
        int paired = Math.Min(shape.SuffixLength, target.SuffixLength);
        bool unproved = shape.Rank is null || target.Rank is null;
        for (int place = 1; place <= paired; place++)
        {
            int index = result.Length - place;
            Dimension own = shape[shape.Items.Count - place], wanted = target[index];
            if (wanted.IsConstant(out long value) && value < 0)
            {
                if (value != -1)
                    return context.Fail(MismatchKind.Value, ValueMessages.NegativeSize(sizes, index, value), [sizes]);
                result[index] = ShapeItem.Of(own);
                continue;
            }

            Answer equal = context.Facts.AreEqual(own, wanted).Answer;
            if (equal == Answer.Proved || DimensionPairing.IsOne(context, own))
                continue;
            if (equal == Answer.Refuted)
                return context.Fail(MismatchKind.Broadcast, BroadcastMessages.CannotExpand(tensor, shape, target, place, own, wanted), [sizes, tensor]);
            unproved = true;
        }

        for (int index = 0; index < result.Length - paired; index++)
        {
            if (result[index].Dimension is not Dimension wanted || !wanted.IsConstant(out long value) || value >= 0)
                continue;
            if (value != -1)
                return context.Fail(MismatchKind.Value, ValueMessages.NegativeSize(sizes, index, value), [sizes]);
            if (shape.Rank is not null)
                return context.Fail(MismatchKind.Value, ValueMessages.NothingToKeep(sizes, index), [sizes]);
            result[index] = ShapeItem.Of(context.FreshSize());
        }

        if (unproved)
            context.LeaveToGuard(BroadcastMessages.ExpandUnproved(tensor, shape));
        return new ShapeValue(result);
    }
}
