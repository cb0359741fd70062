using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>pool(size, kernel, stride, padding, dilation, roundsUp)</c>: <c>window</c> for windows that should hold an element: the padding is at most half of the kernel.
/// An absent stride is the kernel. With <c>roundsUp</c> the last window may reach beyond the padded size, as long as it begins before <c>size + padding</c>:
/// <c>min((size + 2*padding - dilation*(kernel - 1) - 1 + stride - 1) // stride, (size + padding - 1) // stride) + 1</c>.
/// </summary>
internal sealed class PoolPrimitive : SizePrimitive
{
    public override string Name => "pool";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("size", OperandKind.Integer),
        new("kernel", OperandKind.Integer),
        new("stride", OperandKind.Integer, Optional: true),
        new("padding", OperandKind.Integer, Optional: true),
        new("dilation", OperandKind.Integer, Optional: true),
        new("roundsUp", OperandKind.Boolean, Optional: true),
    ];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        WindowOperands window = new(context, operands[0], operands[1], operands[2].IsAbsent ? operands[1] : operands[2], operands[3], operands[4]);
        if (!window.Check() || !window.Require(
            new Fact(window.Padding + window.Padding, Relation.LessOrEqual, window.Kernel), ValueMessages.PaddingTooLarge(window.Padding, window.Kernel),
            ValueMessages.PaddingUnproved(window.Padding, window.Kernel)))
            return context.FreshSize();

        bool? roundsUp = operands[5].IsAbsent ? false : (operands[5].Value as BooleanArgument)?.Value;
        return RequireFit(context, window, roundsUp) ? Count(context, window, roundsUp) : context.FreshSize();
    }

    private static bool RequireFit(RuleContext context, WindowOperands window, bool? roundsUp)
    {
        if (roundsUp == false)
            return window.RequireFit();

        // The window reaches beyond the padded size by less than the stride, and begins before the padding at the end.
        Dimension inside = Dimension.Max(window.Span - window.Stride + Dimension.One, window.Padding + Dimension.One);
        Fact fit = new(inside, Relation.LessOrEqual, window.PaddedSize);
        if (!window.Require(
            fit, ValueMessages.WindowReachesTooFar(window.Span, inside, window.PaddedSize), ValueMessages.WindowReachUnproved(window.Span, inside, window.PaddedSize)))
            return false;

        // Rounding up asks for less, so without it there may be more to show.
        if (roundsUp is null && context.Facts.AlwaysHolds(fit) && !context.Facts.AlwaysHolds(window.Fit))
            context.LeaveToGuard(ValueMessages.WindowUnproved(window.Span, window.PaddedSize));
        return true;
    }

    private static Dimension Count(RuleContext context, WindowOperands window, bool? roundsUp)
    {
        if (roundsUp is { } known)
            return known ? CountUp(context.Facts, window) : window.Count;
        Dimension up = CountUp(context.Facts, window);
        return up.Equals(window.Count) ? up : context.FreshSize();
    }

    private static Dimension CountUp(Facts facts, WindowOperands window)
    {
        // The last window begins less than a stride after the last that lies within the padded size, and before the padding at the end.
        Dimension byEnd = Dimension.FloorDivide(window.PaddedSize - window.Span + window.Stride - Dimension.One, window.Stride);
        Dimension byBegin = Dimension.FloorDivide(window.Size + window.Padding - Dimension.One, window.Stride);
        Dimension reach = window.Padding + window.Stride;
        Dimension last = facts.AlwaysHolds(new Fact(reach, Relation.LessOrEqual, window.Span)) ? byEnd
            : facts.AlwaysHolds(new Fact(window.Span, Relation.LessOrEqual, reach)) ? byBegin
            : Dimension.Min(byEnd, byBegin);
        return last + Dimension.One;
    }
}
