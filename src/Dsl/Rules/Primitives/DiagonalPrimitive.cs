using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>diagonal(x, offset, dim0, dim1)</c>: the shape without two dimensions, and after the others the length of their diagonal, which begins
/// <c>offset</c> positions along <c>dim1</c>, or, when that is negative, along <c>dim0</c>.
/// </summary>
internal sealed class DiagonalPrimitive : ShapePrimitive
{
    public override string Name => "diagonal";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("x", OperandKind.AnyShape),
        new("offset", OperandKind.Integer),
        new("dim0", OperandKind.Integer),
        new("dim1", OperandKind.Integer),
    ];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        Operand tensor = operands[0];
        ShapeValue shape = context.ShapeOf(tensor);
        if (AxisSelection.Of(context, tensor, shape, operands[2], scalarHasAxis: false) is not AxisSelection first
            || AxisSelection.Of(context, tensor, shape, operands[3], scalarHasAxis: false) is not AxisSelection second)
            return context.UnknownShape();
        if (!first.IsExact || !second.IsExact)
        {
            return shape.Rank is int rank
                ? new ShapeValue([.. context.FreshSizes(Math.Max(1, rank - 1))])
                : new ShapeValue([context.FreshPack(), ShapeItem.Of(context.FreshSize())]);
        }

        (int row, int column) = (first.Items[0], second.Items[0]);
        if (row == column)
            return context.Fail(MismatchKind.Axis, AxisMessages.Repeated(row, tensor, shape), [operands[3], operands[2], tensor]);
        Dimension length = operands[1].Integer is Dimension offset ? Length(context, shape[row], shape[column], offset) : context.FreshSize();
        return new ShapeValue([.. shape.Items.Where((_, i) => i != row && i != column), ShapeItem.Of(length)]);
    }

    private static Dimension Length(RuleContext context, Dimension rows, Dimension columns, Dimension offset)
    {
        bool isConstant = offset.IsConstant(out long places);
        Dimension left = isConstant && places >= 0 ? rows : rows + offset, right = isConstant && places <= 0 ? columns : columns - offset;
        Dimension length = Dimension.Min(left, right);
        if (!isConstant)
            length = Dimension.Min(length, Dimension.Min(rows, columns));
        return IsSize(left) && IsSize(right) ? length : Dimension.Max(Dimension.Zero, length);

        bool IsSize(Dimension size) => context.Facts.AlwaysHolds(new Fact(size, Relation.GreaterOrEqual, Dimension.Zero));
    }
}
