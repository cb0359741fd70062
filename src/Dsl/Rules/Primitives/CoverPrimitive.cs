using TypedTensors.Dimensions;
using TypedTensors.Messages;

namespace TypedTensors.Rules;

/// <summary>
/// <c>cover(positions, kernel, stride, padding, dilation, extra)</c>: the size over which a sliding window has so many positions,
/// <c>(positions - 1)*stride - 2*padding + dilation*(kernel - 1) + 1 + extra</c>. Of the sizes for which <c>window</c> gives the same number <c>extra</c> picks one: it is
/// less than the stride or the dilation, and 0 when absent.
/// </summary>
internal sealed class CoverPrimitive : SizePrimitive
{
    public override string Name => "cover";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("positions", OperandKind.Integer),
        new("kernel", OperandKind.Integer),
        new("stride", OperandKind.Integer, Optional: true),
        new("padding", OperandKind.Integer, Optional: true),
        new("dilation", OperandKind.Integer, Optional: true),
        new("extra", OperandKind.Integer, Optional: true),
    ];

    protected override Dimension Size(RuleContext context, IReadOnlyList<Operand> operands)
    {
        WindowOperands window = new(context, operands[0], operands[1], operands[2], operands[3], operands[4]);
        Dimension extra = operands[5].IsAbsent ? Dimension.Zero : operands[5].Integer ?? context.FreshSize();
        if (!window.Check())
            return context.FreshSize();
        Dimension largest = Dimension.Max(window.Stride, window.Dilation);
        if (!window.Require(new Fact(extra, Relation.GreaterOrEqual, Dimension.Zero), ValueMessages.Negative("output padding", extra), ValueMessages.NotNegativeUnproved("output padding", extra))
            || !window.Require(new Fact(extra, Relation.Less, largest), ValueMessages.ExtraTooLarge(extra, largest), ValueMessages.ExtraUnproved(extra, largest)))
            return context.FreshSize();

        Dimension size = ((window.Size - Dimension.One) * window.Stride) - window.Padding - window.Padding + window.Span + extra;
        return window.Require(new Fact(size, Relation.GreaterOrEqual, Dimension.One), ValueMessages.NothingLeft(size), ValueMessages.NothingLeftUnproved(size))
            ? size
            : context.FreshSize();
    }
}
