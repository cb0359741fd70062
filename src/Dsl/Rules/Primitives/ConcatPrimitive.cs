using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>concat(tensors, dim)</c>: the tensors joined along a dimension, whose sizes add up; all other sizes agree.</summary>
internal sealed class ConcatPrimitive : ShapePrimitive
{
    public override string Name => "concat";

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
        if (tensors.FirstOrDefault(tensor => tensor.Shape is { Rank: 0 }) is Operand scalar)
            return context.Fail(MismatchKind.Axis, AxisMessages.Scalar(scalar), [operands[0]]);
        if (Joining.AlignRanks(context, tensors) is not ShapeValue[] shapes)
            return context.UnknownShape();

        // What every tensor has besides the joined dimension must be the same.
        var rests = new ShapeValue[shapes.Length];
        var sizes = new Dimension?[shapes.Length];
        int? at = null;
        for (int i = 0; i < shapes.Length; i++)
        {
            if (AxisSelection.Of(context, tensors[i], shapes[i], dim, scalarHasAxis: false) is not AxisSelection axes)
                return context.UnknownShape();
            if (!axes.IsExact)
                return shapes[0].Rank is int rank ? new ShapeValue([.. context.FreshSizes(rank)]) : context.UnknownShape();
            int item = axes.Items[0];
            at = item > shapes[i].PackIndex && shapes[i].PackIndex >= 0 ? item - shapes[i].Items.Count : item;
            sizes[i] = shapes[i][item];
            rests[i] = new ShapeValue([.. shapes[i].Items.Where((_, index) => index != item)]);
        }

        if (Joining.Agree(context, tensors, rests, shapes, at) is not ShapeValue rest)
            return context.UnknownShape();
        Dimension sum = sizes.Aggregate(Dimension.Zero, (total, size) => total + size!);
        return Joining.InsertAt(rest, at!.Value, sum);
    }
}
