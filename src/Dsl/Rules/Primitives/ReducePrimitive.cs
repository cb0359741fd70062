using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>
/// <c>reduce(x, dims, keepDims)</c>: the shape after a reduction. All dimensions are reduced when <c>dims</c> is absent or an
/// empty list; reduced dimensions stay with size 1 when <c>keepDims</c> is true.
/// </summary>
internal sealed class ReducePrimitive : ShapePrimitive
{
    public override string Name => "reduce";

    public override IReadOnlyList<OperandDeclaration> Operands { get; } =
    [
        new("x", OperandKind.AnyShape),
        new("dims", OperandKind.Axes, Optional: true),
        new("keepDims", OperandKind.Boolean, Optional: true),
    ];

    protected override ShapeValue Shape(RuleContext context, IReadOnlyList<Operand> operands)
    {
        ShapeValue shape = context.ShapeOf(operands[0]);
        bool? keep = operands[2].IsAbsent ? false : (operands[2].Value as BooleanArgument)?.Value;
        if (MeansAll(operands[1]))
            return All(context, shape, keep);
        if (AxisSelection.Of(context, operands[0], shape, operands[1]) is not AxisSelection axes)
            return context.UnknownShape();
        if (keep is null)
            return axes.IsExact && axes.Items.Count == 0 ? shape : context.UnknownShape();
        if (!axes.IsExact)
            return axes.Blurred(context, keep.Value ? shape.Rank : shape.Rank - axes.Count);
        return keep.Value
            ? new ShapeValue([.. shape.Items.Select((item, i) => axes.Items.Contains(i) ? ShapeItem.Of(Dimension.One) : item)])
            : new ShapeValue([.. shape.Items.Where((_, i) => !axes.Items.Contains(i))]);
    }

    /// <summary>Whether the axes of a reduction stand for all dimensions.</summary>
    public static bool MeansAll(Operand dims) => dims.IsAbsent || dims.Value is IntegerListArgument { Values.Count: 0 };

    private static ShapeValue All(RuleContext context, ShapeValue shape, bool? keep) => keep switch
    {
        false => ShapeValue.Of(),
        true => new ShapeValue([.. shape.Items.Select(item => item.IsPack ? context.FreshPack() : ShapeItem.Of(Dimension.One))]),
        null => shape.Rank == 0 ? shape : context.UnknownShape(),
    };
}
