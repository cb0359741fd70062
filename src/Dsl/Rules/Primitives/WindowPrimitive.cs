using TypedTensors.Dimensions;

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
        WindowOperands window = new(context, operands[0], operands[1], operands[2], operands[3], operands[4]);
        return window.Check() && window.RequireFit() ? window.Count : context.FreshSize();
    }
}
