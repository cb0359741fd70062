using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>stack(tensors, dim)</c>: tensors of one shape side by side along a new dimension as long as the list.</summary>
internal sealed class StackPrimitive : ShapePrimitive
{
    public override string Name => "stack";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("tensors", OperandKind.AnyShapes), new("dim", OperandKind.Integer, Optional: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand dim = operands[1].IsAbsent ? new Operand(new IntegerArgument(Dimension.Zero), "dim", -1) : operands[1];
        IReadOnlyList<Operand> tensors = OperandLists.Flatten([operands[0]], out bool complete);
        if (!complete)
        {
            context.LeaveToGuard(JoinMessages.UnknownList(operands[0]));
            return context.UnknownShape();
        }

        if (tensors.Count == 0)
            return context.Fail(MismatchKind.Value, ValueMessages.EmptyList(operands[0]), [operands[0]]);
        if (Joining.AlignRanks(context, tensors) is not ShapeValue[] shapes
            || Joining.Agree(context, tensors, shapes, shapes, joined: null) is not ShapeValue shape)
            return context.UnknownShape();
        return InsertPrimitive.Insert(context, tensors[0], shape, dim, Dimension.Constant(tensors.Count));
    }
}
