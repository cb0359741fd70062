using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>slice(x, slices)</c>: indices drop dimensions, ranges cut them, new axes have size 1; the dimensions that follow stay. As in
/// C#, an index or a range outside its dimension is a mistake, never clamped.
/// </summary>
internal sealed class SlicePrimitive : ShapePrimitive
{
    public override string Name => "slice";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("slices", OperandKind.Slices)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        if (operands[1].Value is not SlicesArgument slices)
        {
            context.LeaveToGuard(SliceMessages.Unproved(operands[0], shape));
            return context.UnknownShape();
        }

        int consumed = slices.Items.Count(item => item is not NewAxisSlice);
        if (shape.Rank is int rank && consumed > rank)
            return context.Fail(MismatchKind.Index, SliceMessages.TooMany(consumed, operands[0], shape), [operands[1], operands[0]]);
        var result = new List<ShapeItem>();
        int next = 0;
        foreach (SliceItem slice in slices.Items)
        {
            if (slice is NewAxisSlice)
            {
                result.Add(ShapeItem.Of(Dimension.One));
                continue;
            }

            if (next == shape.PackIndex)
            {
                // The slices that are left take dimensions of the pack or, when it is short, the first of those after it.
                context.LeaveToGuard(SliceMessages.Unproved(operands[0], shape));
                int taken = Math.Min(consumed - next, shape.SuffixLength);
                return context.Join([.. result, context.FreshPack(), .. shape.Items.Skip(next + 1 + taken)]);
            }

            var site = new SliceSite(context, operands[0], operands[1], shape, next);
            switch (slice)
            {
                case IndexSlice index:
                    site.Check(index);
                    break;
                case RangeSlice range:
                    result.Add(ShapeItem.Of(site.Cut(range)));
                    break;
                default:
                    result.Add(context.FreshPack());
                    context.LeaveToGuard(SliceMessages.Unproved(operands[0], shape));
                    break;
            }

            next++;
        }

        return context.Join([.. result, .. shape.Items.Skip(next)]);
    }
}
