using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>window(size, kernel, stride, padding, dilation)</c>: how many positions a sliding window has,
/// <c>(size + 2*padding - dilation*(kernel - 1) - 1) // stride + 1</c>. Stride, padding and dilation are 1, 0 and 1 when absent.
/// </summary>
internal sealed class WindowPrimitive : SizePrimitive
{
    public override string Name => "window";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("size", OperandKind.Integer),
        new("kernel", OperandKind.Integer),
        new("stride", OperandKind.Integer, Optional: true),
        new("padding", OperandKind.Integer, Optional: true),
        new("dilation", OperandKind.Integer, Optional: true),
    ];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Dimension size = Value(operands[0], 1), kernel = Value(operands[1], 1);
        Dimension stride = Value(operands[2], 1), padding = Value(operands[3], 0), dilation = Value(operands[4], 1);
        foreach ((Operand operand, Dimension value, string what) in
            new[] { (operands[1], kernel, "kernel size"), (operands[2], stride, "stride"), (operands[4], dilation, "dilation") })
        {
            if (value.IsConstant(out long constant) && constant < 1)
            {
                context.Fail(MismatchKind.Value, ValueMessages.NotPositive(what, value), [operand, operands[0]]);
                return context.FreshSize();
            }

            if (!context.Facts.AlwaysHolds(new Fact(value, Relation.GreaterOrEqual, Dimension.One)))
                context.LeaveToGuard(ValueMessages.PositiveUnproved(what, value));
        }

        Dimension span = (dilation * (kernel - Dimension.One)) + Dimension.One;
        Dimension padded = size + padding + padding;
        if (context.Facts.NeverHolds(new Fact(span, Relation.LessOrEqual, padded)))
        {
            context.Fail(MismatchKind.Value, ValueMessages.WindowTooLarge(span, padded), [operands[1], operands[0]]);
            return context.FreshSize();
        }

        if (!context.Facts.AlwaysHolds(new Fact(span, Relation.LessOrEqual, padded)))
            context.LeaveToGuard(ValueMessages.WindowUnproved(span, padded));
        return Dimension.FloorDivide(padded - span, stride) + Dimension.One;

        Dimension Value(Operand operand, long otherwise) =>
            operand.IsAbsent ? Dimension.Constant(otherwise) : operand.Integer ?? context.FreshSize();
    }
}
