using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>share(size, parts)</c>: the size of each of several equal parts; <c>shared(size, parts)</c>: the size itself, checked to have such parts. Without
/// <c>parts</c> there is one.
/// </summary>
internal sealed class SharePrimitive(string name, bool yieldsWhole) : SizePrimitive
{
    public override string Name => name;

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("size", OperandKind.Integer), new("parts", OperandKind.Integer, Optional: true)];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        (Operand whole, Operand parts) = (operands[0], operands[1]);
        Dimension size = whole.Integer ?? context.FreshSize();
        if (parts.IsAbsent)
            return size;
        Dimension count = parts.Integer ?? context.FreshSize();
        if (count.IsConstant(out long constant) && constant < 1)
        {
            context.Fail(MismatchKind.Value, ValueMessages.NoParts(parts, count), [parts]);
            return context.FreshSize();
        }

        if (!context.Facts.AlwaysHolds(new Fact(count, Relation.GreaterOrEqual, Dimension.One)))
            context.LeaveToGuard(ValueMessages.PartsUnproved(whole, size, parts, count));
        if (context.Facts.ExactQuotient(size, count) is { } share)
            return yieldsWhole ? size : share;
        if (context.Facts.Holds(new Fact(Dimension.Remainder(size, count), Relation.Equal, Dimension.Zero)).Answer == Answer.Refuted)
        {
            context.Fail(MismatchKind.Value, ValueMessages.UnequalParts(whole, size, parts, count), [parts, whole]);
            return context.FreshSize();
        }

        context.LeaveToGuard(ValueMessages.PartsUnproved(whole, size, parts, count));
        return yieldsWhole ? size : Dimension.FloorDivide(size, count);
    }
}
