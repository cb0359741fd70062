using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>axes(x, dims, values)</c>: the shape itself, checked to have some dimensions, none of them given twice. Where <c>values</c> is given, it has one
/// number for each of them.
/// </summary>
internal sealed class AxesPrimitive : ShapePrimitive
{
    public override string Name => "axes";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
        [new("x", OperandKind.AnyShape), new("dims", OperandKind.Axes), new("values", OperandKind.Axes, Optional: true)];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0], dims = operands[1], values = operands[2];
        ShapeValue shape = context.ShapeOf(tensor);
        if (dims.IsAbsent || AxisSelection.Of(context, tensor, shape, dims) is not AxisSelection axes || values.IsAbsent)
            return shape;
        if (axes.Count is not int count || values.Integers is not IReadOnlyList<Dimension> numbers)
            context.LeaveToGuard(AxisMessages.PairsUnproved(dims, values));
        else if (numbers.Count != count)
            context.Fail(MismatchKind.Axis, AxisMessages.Unpaired(count, dims, numbers.Count, values), [values, dims]);
        return shape;
    }
}
