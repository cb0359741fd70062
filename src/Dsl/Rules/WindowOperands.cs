using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>What the primitives of sliding windows have in common: their operands, with what those are when absent, and the checks of them.</summary>
internal sealed class WindowOperands(RuleContext context, Operand size, Operand kernel, Operand stride, Operand padding, Operand dilation)
{
    public Dimension Size { get; } = Value(context, size, 1);

    public Dimension Kernel { get; } = Value(context, kernel, 1);

    public Dimension Stride { get; } = Value(context, stride, 1);

    public Dimension Padding { get; } = Value(context, padding, 0);

    public Dimension Dilation { get; } = Value(context, dilation, 1);

    /// <summary>The size that a window stretches over.</summary>
    public Dimension Span => (Dilation * (Kernel - Dimension.One)) + Dimension.One;

    /// <summary>The size with the padding on either side.</summary>
    public Dimension PaddedSize => Size + Padding + Padding;

    /// <summary>How many positions the window has within the padded size.</summary>
    public Dimension Count => Dimension.FloorDivide(PaddedSize - Span, Stride) + Dimension.One;

    /// <summary>Whether kernel, stride and dilation are positive and the padding is not negative, as far as it is known.</summary>
    public bool Check()
    {
        foreach ((Operand operand, Dimension value, string what) in new[] { (kernel, Kernel, "kernel size"), (stride, Stride, "stride"), (dilation, Dilation, "dilation") })
        {
            if (value.IsConstant(out long constant) && constant < 1)
            {
                context.Fail(MismatchKind.Value, ValueMessages.NotPositive(what, value), [operand, size]);
                return false;
            }

            if (!context.Facts.AlwaysHolds(new Fact(value, Relation.GreaterOrEqual, Dimension.One)))
                context.LeaveToGuard(ValueMessages.PositiveUnproved(what, value));
        }

        return Require(
            new Fact(Padding, Relation.GreaterOrEqual, Dimension.Zero), ValueMessages.Negative("padding", Padding), ValueMessages.NotNegativeUnproved("padding", Padding), padding);
    }

    /// <summary>That the window has a position within the padded size.</summary>
    public Fact Fit => new(Span, Relation.LessOrEqual, PaddedSize);

    /// <summary>Whether the window may have a position within the padded size.</summary>
    public bool RequireFit() => Require(Fit, ValueMessages.WindowTooLarge(Span, PaddedSize), ValueMessages.WindowUnproved(Span, PaddedSize));

    /// <summary>Whether a fact may hold; records a broken rule, or what is left to the run-time guard.</summary>
    public bool Require(Fact fact, string broken, string unproved) => Require(fact, broken, unproved, kernel);

    private bool Require(Fact fact, string broken, string unproved, Operand atFault)
    {
        if (context.Facts.NeverHolds(fact))
        {
            context.Fail(MismatchKind.Value, broken, [atFault, size]);
            return false;
        }

        if (!context.Facts.AlwaysHolds(fact))
            context.LeaveToGuard(unproved);
        return true;
    }

    private static Dimension Value(RuleContext context, Operand operand, long otherwise) =>
        operand.IsAbsent ? Dimension.Constant(otherwise) : operand.Integer ?? context.FreshSize();
}
