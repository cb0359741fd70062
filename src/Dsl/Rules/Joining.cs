using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>Tensors that must agree before they are joined.</summary>
internal static class Joining
{
    /// <summary>The shapes of the tensors, all of one rank when one of them has a known rank; null when ranks differ.</summary>
    public static ShapeValue[]? AlignRanks(RuleContext context, IReadOnlyList<Operand> tensors)
    {
        ShapeValue[] shapes = [.. tensors.Select(context.ShapeOf)];
        int known = Array.FindIndex(shapes, shape => shape.Rank is not null);
        if (known < 0)
            return shapes;
        int rank = shapes[known].Rank!.Value;
        for (int i = 0; i < shapes.Length; i++)
        {
            if (shapes[i].Rank is int own ? own != rank : shapes[i].MinRank > rank)
            {
                context.Fail(MismatchKind.Join, JoinMessages.Ranks(tensors[known], shapes[known], tensors[i], shapes[i]), [tensors[i], tensors[known]]);
                return null;
            }

            if (shapes[i].Rank is null)
                context.LeaveToGuard(JoinMessages.Unproved(tensors[known], shapes[known], tensors[i], shapes[i]));
            shapes[i] = KnownRank.Assume(context, shapes[i], rank);
        }

        return shapes;
    }

    /// <summary>The shape that all parts have, each size as precise as one of them tells; null when two differ.</summary>
    /// <param name="context">The application.</param>
    /// <param name="tensors">The tensors, for messages.</param>
    /// <param name="parts">What must agree.</param>
    /// <param name="shapes">The whole shapes, for messages.</param>
    /// <param name="joined">The dimension that was taken out of the parts, from the end when negative, or null.</param>
    public static ShapeValue? Agree(RuleContext context, IReadOnlyList<Operand> tensors, ShapeValue[] parts, ShapeValue[] shapes, int? joined)
    {
        ShapeValue result = parts[0];
        for (int i = 1; i < parts.Length; i++)
        {
            ShapeComparison comparison = ShapeComparison.Of(parts[0], parts[i], context.Facts);
            if (comparison.Answer == Answer.Refuted)
            {
                int place = comparison.ActualIndex + (joined is int at && at >= 0 && comparison.ActualIndex >= at ? 1 : 0);
                string message = comparison.Difference == Difference.Size
                    ? JoinMessages.Sizes(tensors[0], shapes[0], tensors[i], shapes[i], place, parts[0][comparison.ExpectedIndex], parts[i][comparison.ActualIndex])
                    : JoinMessages.Ranks(tensors[0], shapes[0], tensors[i], shapes[i]);
                context.Fail(MismatchKind.Join, message, [tensors[i], tensors[0]]);
                return null;
            }

            if (comparison.Answer == Answer.Unknown)
                context.LeaveToGuard(JoinMessages.Unproved(tensors[0], shapes[0], tensors[i], shapes[i]));
            result = MorePrecise(result, parts[i]);
        }

        return result;
    }

    /// <summary>Puts a dimension back where <see cref="Agree"/>'s parts lack it.</summary>
    public static ShapeValue InsertAt(ShapeValue shape, int at, Dimension size)
    {
        int index = at >= 0 ? at : shape.Items.Count + at + 1;
        return new ShapeValue([.. shape.Items.Take(index), ShapeItem.Of(size), .. shape.Items.Skip(index)]);
    }

    // Both stand for the same sizes where the guard lets them through, so either may be taken, item by item where they align.
    private static ShapeValue MorePrecise(ShapeValue left, ShapeValue right)
    {
        if (left.PackIndex >= 0 || right.PackIndex >= 0)
            return Vagueness(left) <= Vagueness(right) ? left : right;
        return new ShapeValue([.. left.Items.Zip(right.Items, (a, b) => Vagueness(a.Dimension!) <= Vagueness(b.Dimension!) ? a : b)]);
    }

    private static int Vagueness(ShapeValue shape) => shape.IsUnknown ? 2 : shape.Items.Any(item => item.IsOpaquePack) ? 1 : 0;

    private static int Vagueness(Dimension size) =>
        size.IsConstant(out _) ? 0 : size.Symbols.All(symbol => symbol.Kind == SymbolKind.Rigid) ? 1 : 2;
}
