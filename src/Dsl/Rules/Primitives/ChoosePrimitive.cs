using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary><c>choose(index, shapes...)</c>: the shape that an integer, or the value of an enumeration, names, counted from 0; the first where there is none.</summary>
internal sealed class ChoosePrimitive : ShapePrimitive
{
    public override string Name => "choose";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("index", OperandKind.Integer), new("shapes", OperandKind.AnyShape, Repeats: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand index = operands[0];
        ShapeValue[] shapes = [.. operands.Skip(1).Select(context.ShapeOf)];
        if (index.IsAbsent)
            return shapes[0];
        if (index.Integer is { } value && value.IsConstant(out long at))
        {
            return at >= 0 && at < shapes.Length
                ? shapes[at]
                : context.Fail(MismatchKind.Value, ValueMessages.NoChoice(index, value, shapes.Length), [index]);
        }

        context.LeaveToGuard(ValueMessages.ChoiceUnproved(index, shapes.Length));
        ShapeValue first = shapes[0];
        if (shapes.Any(shape => shape.Rank is null || shape.Rank != first.Rank))
            return shapes.All(first.Equals) ? first : context.UnknownShape();
        return new ShapeValue([.. first.Items.Select((item, i) => shapes.All(shape => shape.Items[i].Equals(item)) ? item : ShapeItem.Of(context.FreshSize()))]);
    }
}
