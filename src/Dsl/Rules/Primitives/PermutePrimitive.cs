using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>permute(x, dims)</c>: dimension <c>dims[i]</c> comes to stand at <c>i</c>; each is named once.</summary>
internal sealed class PermutePrimitive : ShapePrimitive
{
    public override string Name => "permute";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dims", OperandKind.IntegerList)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (operands[1].Integers is not IReadOnlyList<Dimension> dims)
        {
            context.LeaveToGuard(AxisMessages.Unproved(operands[0], shape));
            return shape.Rank is int known ? new ShapeValue([.. context.FreshSizes(known)]) : context.UnknownShape();
        }

        if (shape.Rank is int rank ? rank != dims.Count : dims.Count < shape.MinRank)
            return context.Fail(MismatchKind.Axis, AxisMessages.NoPermutation(dims.Count, operands[0], shape), [operands[1], operands[0]]);
        if (shape.Rank is null)
            context.LeaveToGuard(AxisMessages.Unproved(operands[0], shape));
        shape = KnownRank.Assume(context, shape, dims.Count);
        if (AxisSelection.Of(context, operands[0], shape, operands[1], scalarHasAxis: false) is not AxisSelection axes)
            return context.UnknownShape();
        return axes.IsExact
            ? new ShapeValue([.. axes.Items.Select(item => shape.Items[item])])
            : new ShapeValue([.. context.FreshSizes(dims.Count)]);
    }
}
