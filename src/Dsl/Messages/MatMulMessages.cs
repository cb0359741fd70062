using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Messages;

/// <summary>What is said about matrix products.</summary>
internal static class MatMulMessages
{
    public static string Scalar(Operand operand) => $"{operand.Description} () is a scalar; a matrix product needs at least one dimension";

    public static string InnerDimensions(
        string operation, Operand left, ShapeValue a, Dimension leftSize, Operand right, ShapeValue b, Dimension rightSize, Suggestion? suggestion)
    {
        string begins = b.Rank is 1 or 2 ? "begins with" : "has in its last but one place";
        string message = $"inner dimensions differ: {left.Description} {a} ends in {leftSize}, {right.Description} {b} {begins} {rightSize}";

        // Without the texts of both operands there is nothing to write the hint with.
        if (suggestion is null || left.Value.Text is null || right.Value.Text is null)
            return message;
        string leftText = suggestion.Argument == left.Index ? Apply(suggestion, left) : SourceText.AsReceiver(left.Value.Text);
        string rightText = suggestion.Argument == right.Index ? Apply(suggestion, right) : right.Value.Text;
        return $"{message}; did you mean {leftText}.{operation}({rightText})?";
    }

    public static string BatchDimensions(
        Operand left, ShapeValue a, Operand right, ShapeValue b, int place, Dimension leftSize, Dimension rightSize) =>
        $"batch dimensions do not broadcast: {left.Description} {a} and {right.Description} {b} differ in dimension {place} from the right, {leftSize} against {rightSize}";

    public static string Unproved(Operand left, ShapeValue a, Operand right, ShapeValue b) =>
        $"it is not known whether the inner dimensions of {left.Description} {a} and {right.Description} {b} agree";

    /// <summary>Transposing an operand: <c>{0}.T</c>, or <c>({0}).T</c> when its text does not bind tightly enough.</summary>
    public static Suggestion Transpose(Operand operand) =>
        new(operand.Index, (operand.Value.Text is null ? "{0}" : SourceText.AsReceiver("{0}", operand.Value.Text)) + ".T");

    private static string Apply(Suggestion suggestion, Operand operand) => suggestion.Format.Replace("{0}", operand.Value.Text);
}
