using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>broadcast(a, b, ...)</c>: the shape that all operands are expanded to.</summary>
internal sealed class BroadcastPrimitive : ShapePrimitive
{
    public override string Name => "broadcast";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("tensors", OperandKind.AnyShape | OperandKind.ShapeList, Repeats: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        IReadOnlyList<Operand> tensors = OperandLists.Flatten(operands, out bool complete);
        if (!complete)
        {
            context.LeaveToGuard(JoinMessages.UnknownList(operands[0]));
            return context.UnknownShape();
        }

        if (tensors.Count == 0)
            return ShapeValue.Of();
        Operand result = tensors[0];
        foreach (Operand next in tensors.Skip(1))
        {
            ShapeValue shape = Broadcasting.Apply(context, result, next);
            if (context.Mismatch is not null)
                return shape;
            result = new Operand(new TensorArgument(shape), "the operands before", next.Index);
        }

        return context.ShapeOf(result);
    }
}
