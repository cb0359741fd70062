using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about broadcasting.</summary>
internal static class BroadcastMessages
{
    public static string Conflict(
        Operand left, ShapeValue leftShape, Operand right, ShapeValue rightShape, int place, Dimension leftSize, Dimension rightSize)
    {
        string where = leftShape.SuffixLength < place || rightShape.SuffixLength < place ? "before the pack"
            : place == 1 ? "in the last dimension"
            : $"in dimension {place} from the right";
        return $"shapes do not broadcast: {left.Description} {leftShape} and {right.Description} {rightShape} differ {where}, {leftSize} against {rightSize}";
    }

    public static string MutualExpansion(
        Operand left, ShapeValue leftShape, Operand right, ShapeValue rightShape, ShapeValue result, Dimension? pairedWithItself)
    {
        string operands = $"{left.Description} {leftShape} and {right.Description} {rightShape}";
        return pairedWithItself is null
            ? $"both operands are expanded: {operands} give {result}"
            : $"{pairedWithItself} is paired with itself: {operands} give {result}";
    }

    public static string Unproved(Operand left, ShapeValue leftShape, Operand right, ShapeValue rightShape) =>
        $"it is not known whether {left.Description} {leftShape} and {right.Description} {rightShape} broadcast";
}
