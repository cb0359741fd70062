using TypedTensors.Dimensions;
using TypedTensors.Messages;

namespace TypedTensors.Rules;

/// <summary>
/// <c>window(size, kernel, stride, padding, dilation)</c>: how many positions a sliding window has,
/// <c>(size + 2*padding - dilation*(kernel - 1) - 1) // stride + 1</c>. Stride, padding and dilation are 1, 0 and 1 when absent.
/// <c>pool(size, kernel, stride, padding, dilation)</c> is the same for windows that should hold an element: the padding is at most half of the kernel. An
/// absent stride is the kernel.
/// </summary>
internal sealed class WindowPrimitive(string name, bool pools) : SizePrimitive
{
    public override string Name => name;

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
        WindowOperands window = new(context, operands[0], operands[1], pools && operands[2].IsAbsent ? operands[1] : operands[2], operands[3], operands[4]);
        if (!window.Check())
            return context.FreshSize();
        if (pools && !window.Require(
            new Fact(window.Padding + window.Padding, Relation.LessOrEqual, window.Kernel), ValueMessages.PaddingTooLarge(window.Padding, window.Kernel),
            ValueMessages.PaddingUnproved(window.Padding, window.Kernel)))
            return context.FreshSize();

        Dimension span = window.Span, padded = window.Size + window.Padding + window.Padding;
        return window.Require(new Fact(span, Relation.LessOrEqual, padded), ValueMessages.WindowTooLarge(span, padded), ValueMessages.WindowUnproved(span, padded))
            ? Dimension.FloorDivide(padded - span, window.Stride) + Dimension.One
            : context.FreshSize();
    }
}
