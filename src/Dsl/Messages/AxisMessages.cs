using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about axes.</summary>
internal static class AxisMessages
{
    public static string OutOfRange(long axis, Operand tensor, ShapeValue shape) =>
        $"axis {axis} is out of range for {tensor.Description} {shape}, which has {Count(shape)}";

    public static string Repeated(long axis, Operand tensor, ShapeValue shape) =>
        $"axis {axis} of {tensor.Description} {shape} is given twice";

    public static string NoPosition(long axis, Operand tensor, ShapeValue shape) =>
        $"a new axis cannot stand at {axis} in {tensor.Description} {shape}, which has {Count(shape)}";

    public static string NoPermutation(int axes, Operand tensor, ShapeValue shape) =>
        $"a permutation of {axes} {(axes == 1 ? "axis" : "axes")} does not fit {tensor.Description} {shape}, which has {Count(shape)}";

    public static string Reversed(long start, long end, Operand tensor, ShapeValue shape) =>
        $"axis {start} comes after axis {end} in {tensor.Description} {shape}";

    public static string Scalar(Operand tensor) => $"{tensor.Description} () is a scalar and has no dimension to join along";

    public static string Unpaired(int axes, Operand dims, int values, Operand numbers) =>
        $"{numbers.Description} has {values} {(values == 1 ? "number" : "numbers")} for the {axes} {(axes == 1 ? "axis" : "axes")} of {dims.Description}";

    public static string PairsUnproved(Operand dims, Operand numbers) =>
        $"it is not known whether {numbers.Description} has a number for each axis of {dims.Description}";

    public static string Unproved(Operand tensor, ShapeValue shape) => $"it is not known which dimensions of {tensor.Description} {shape} are meant";

    private static string Count(ShapeValue shape) =>
        (shape.Rank is null ? "at least " : "") + (shape.MinRank == 1 ? "1 dimension" : shape.MinRank + " dimensions");
}
