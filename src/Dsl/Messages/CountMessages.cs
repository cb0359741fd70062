using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about numbers of elements.</summary>
internal static class CountMessages
{
    public static string Changed(Operand tensor, ShapeValue shape, Dimension count, ShapeValue result, Dimension resultCount) =>
        $"the number of elements changes: {tensor.Description} {shape} has {count}, {result} has {resultCount}";

    public static string NotDivisible(Operand tensor, ShapeValue shape, Dimension count, Dimension others) =>
        $"the inferred size is not a whole number: {tensor.Description} {shape} has {count} elements, the other sizes make {others}";

    public static string Ambiguous(Operand tensor, ShapeValue shape) =>
        $"the size of {tensor.Description} {shape} cannot be inferred beside a size of 0";

    public static string Unproved(Operand tensor, ShapeValue shape) =>
        $"it is not known whether the elements of {tensor.Description} {shape} fill the given sizes";
}
