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

    public static string TooFewSizes(Operand tensor, ShapeValue shape, ShapeValue target) =>
        $"{tensor.Description} {shape} has more dimensions than {target}, to which it cannot be expanded";

    public static string CannotExpand(Operand tensor, ShapeValue shape, ShapeValue target, int place, Dimension own, Dimension wanted)
    {
        string where = place == 1 ? "the last dimension" : $"dimension {place} from the right";
        return $"{tensor.Description} {shape} cannot be expanded to {target}: {where} is {own}, neither 1 nor {wanted}";
    }

    public static string ExpandUnproved(Operand tensor, ShapeValue shape) =>
        $"it is not known whether {tensor.Description} {shape} can be expanded to the given sizes";
}
