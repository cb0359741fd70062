using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>entry(list, index, count, otherwise)</c>: one integer of a list of <c>count</c>. A single integer stands for all of them; where there are
/// none it is <c>otherwise</c>.
/// </summary>
internal sealed class EntryPrimitive : SizePrimitive
{
    public override string Name => "entry";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("list", OperandKind.Axes),
        new("index", OperandKind.Integer),
        new("count", OperandKind.Integer),
        new("otherwise", OperandKind.Integer, Optional: true),
    ];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand list = operands[0], otherwise = operands[3];
        if (operands[1].Integer is not { } at || !at.IsConstant(out long index) || operands[2].Integer is not { } length || !length.IsConstant(out long count))
            return context.FreshSize();
        if (!list.IsAbsent && list.Integers is null)
        {
            context.LeaveToGuard(ValueMessages.EntriesUnproved(list, count));
            return context.FreshSize();
        }

        IReadOnlyList<Dimension> values = list.IsAbsent ? [] : list.Integers!;
        if (values.Count == 0 && !otherwise.IsAbsent)
            return otherwise.Integer ?? context.FreshSize();
        if (values.Count == 1 || (values.Count == count && index >= 0 && index < count))
            return values[values.Count == 1 ? 0 : (int)index];
        context.Fail(MismatchKind.Value, ValueMessages.Entries(list, values.Count, count), [list]);
        return context.FreshSize();
    }
}
