using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about amounts of padding.</summary>
internal static class PadMessages
{
    public static string Unpaired(Operand amounts, int count) =>
        $"{amounts.Description} has {count} {(count == 1 ? "amount" : "amounts")}; each dimension takes two, before and after";

    public static string TooMany(int pairs, Operand tensor, ShapeValue shape) =>
        $"{pairs} {(pairs == 1 ? "pair" : "pairs")} of amounts for {tensor.Description} {shape}, which has {(shape.Rank == 1 ? "1 dimension" : shape.Rank + " dimensions")}";

    public static string CropsTooMuch(Operand tensor, ShapeValue shape, int item, Dimension cropped, Dimension size) =>
        $"dimension {item} of {tensor.Description} {shape} has size {size}, and {cropped} cannot be cropped";

    public static string Negative(Operand tensor, ShapeValue shape, int item, Dimension amount) =>
        $"dimension {item} of {tensor.Description} {shape} cannot be padded by {amount}; only padding with a value can crop";

    public static string ReflectsTooMuch(Operand tensor, ShapeValue shape, int item, Dimension amount, Dimension size) =>
        $"dimension {item} of {tensor.Description} {shape} has size {size}; its reflection is shorter than the padding of {amount}";

    public static string NoEdge(Operand tensor, ShapeValue shape, int item) =>
        $"dimension {item} of {tensor.Description} {shape} is empty and has no edge to repeat";

    public static string Unproved(Operand amounts, Operand tensor, ShapeValue shape) =>
        $"it is not known whether {amounts.Description} fits {tensor.Description} {shape}";
}
