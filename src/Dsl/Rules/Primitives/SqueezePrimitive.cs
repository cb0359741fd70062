using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary><c>squeeze(x, dim)</c>: the shape without a dimension when that has size 1; without every such one when <c>dim</c> is absent.</summary>
internal sealed class SqueezePrimitive : ShapePrimitive
{
    public override string Name => "squeeze";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dim", OperandKind.Axes, Optional: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        IEnumerable<int> chosen = Enumerable.Range(0, shape.Items.Count);
        if (!operands[1].IsAbsent)
        {
            if (AxisSelection.Of(context, operands[0], shape, operands[1]) is not AxisSelection axes)
                return context.UnknownShape();
            if (!axes.IsExact)
                return axes.Blurred(context, null);
            chosen = axes.Items;
        }

        var result = new List<ShapeItem>();
        bool unknown = false;
        for (int i = 0; i < shape.Items.Count; i++)
        {
            ShapeItem item = shape.Items[i];
            if (!chosen.Contains(i) || (item.Dimension is not null && context.Facts.AreDistinct(item.Dimension, Dimension.One)))
                result.Add(item);
            else if (item.Dimension is null || context.Facts.AreEqual(item.Dimension, Dimension.One).Answer != Answer.Proved)
                unknown = AddUnknown();
        }

        if (unknown)
            context.LeaveToGuard(AxisMessages.Unproved(operands[0], shape));
        return context.Join(result);

        // A size that may be 1 for some callers leaves a place that may or may not be there.
        bool AddUnknown()
        {
            result.Add(context.FreshPack());
            return true;
        }
    }
}
