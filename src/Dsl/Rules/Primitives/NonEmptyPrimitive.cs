using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>nonempty(x, dims)</c>: the shape itself, checked to have no size 0 among some dimensions, all of them when <c>dims</c> is
/// absent or empty. A maximum needs it: <c>reduce(nonempty(x, dims), dims, keepDims)</c>.
/// </summary>
internal sealed class NonEmptyPrimitive : ShapePrimitive
{
    public override string Name => "nonempty";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dims", OperandKind.Axes, Optional: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        IEnumerable<int> items = Enumerable.Range(0, shape.Items.Count);
        if (!ReducePrimitive.MeansAll(operands[1]))
        {
            if (AxisSelection.Of(context, operands[0], shape, operands[1]) is not AxisSelection axes)
                return shape;
            items = axes.Items;
        }

        // A size that only might be 0 is no mistake, and not worth telling either: every batch might be empty.
        foreach (int item in items)
        {
            if (shape.Items[item].Dimension is Dimension size && context.Facts.AreEqual(size, Dimension.Zero).Answer == Answer.Proved)
            {
                context.Fail(MismatchKind.Value, ValueMessages.Empty(operands[0], shape, item), [operands[0]]);
                break;
            }
        }

        return shape;
    }
}
