using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about indices and ranges.</summary>
internal static class SliceMessages
{
    public static string IndexOutside(string index, Operand tensor, ShapeValue shape, int dimension, Dimension size) =>
        $"index {index} is outside dimension {dimension} of {tensor.Description} {shape}, which has size {size}{CountFromEnd(index)}";

    public static string RangeOutside(string range, Operand tensor, ShapeValue shape, int dimension, Dimension size) =>
        $"range {range} is outside dimension {dimension} of {tensor.Description} {shape}, which has size {size}";

    public static string RangeReversed(string range, Operand tensor, ShapeValue shape, int dimension) =>
        $"range {range} of dimension {dimension} of {tensor.Description} {shape} ends before it starts";

    public static string TooMany(int count, Operand tensor, ShapeValue shape) =>
        $"{count} {(count == 1 ? "index" : "indices")} for {tensor.Description} {shape}, which has {(shape.Rank == 1 ? "1 dimension" : shape.Rank + " dimensions")}";

    public static string Unproved(Operand tensor, ShapeValue shape) => $"it is not known whether the indices lie inside {tensor.Description} {shape}";

    // Elsewhere a negative number counts from the end; here C# has a sign of its own for that.
    private static string CountFromEnd(string index) =>
        index[0] == '-' && index.Skip(1).All(char.IsDigit) ? $"; did you mean ^{index.TrimStart('-')}?" : "";
}
