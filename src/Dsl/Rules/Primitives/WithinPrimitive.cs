using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>within(inner, outer, dim)</c>: the inner shape, checked to have as many dimensions as the outer one and none that is larger, except along
/// <c>dim</c>, where it may be. <c>around(outer, inner, dim)</c> checks the same and is the outer shape.
/// </summary>
internal sealed class WithinPrimitive(string name, bool yieldsOuter) : ShapePrimitive
{
    public override string Name => name;

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new(yieldsOuter ? "outer" : "inner", OperandKind.AnyShape),
        new(yieldsOuter ? "inner" : "outer", OperandKind.AnyShape),
        new("dim", OperandKind.Integer, Optional: true),
    ];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        (Operand inner, Operand outer) = yieldsOuter ? (operands[1], operands[0]) : (operands[0], operands[1]);
        ShapeValue innerShape = context.ShapeOf(inner), outerShape = context.ShapeOf(outer);
        ShapeValue result = yieldsOuter ? outerShape : innerShape;
        int free = -1;
        if (!operands[2].IsAbsent)
        {
            if (AxisSelection.Of(context, outer, outerShape, operands[2]) is not AxisSelection axes)
                return result;
            if (!axes.IsExact)
                return result;
            free = axes.Items.Count == 0 ? -1 : axes.Items[0];
        }

        if (innerShape.Equals(outerShape))
            return result;
        if (innerShape.Rank is not int innerRank || outerShape.Rank is not int outerRank)
        {
            context.LeaveToGuard(FitMessages.Unproved(inner, innerShape, outer, outerShape));
            return result;
        }

        if (innerRank != outerRank)
        {
            context.Fail(MismatchKind.Argument, FitMessages.Ranks(inner, innerShape, outer, outerShape), [inner, outer]);
            return result;
        }

        for (int i = 0; i < innerRank; i++)
        {
            var fits = new Fact(innerShape[i], Relation.LessOrEqual, outerShape[i]);
            if (i == free || context.Facts.AlwaysHolds(fits))
                continue;
            if (context.Facts.NeverHolds(fits))
            {
                context.Fail(MismatchKind.Argument, FitMessages.Larger(inner, innerShape, outer, outerShape, i), [inner, outer]);
                return result;
            }

            context.LeaveToGuard(FitMessages.Unproved(inner, innerShape, outer, outerShape));
        }

        return result;
    }
}
