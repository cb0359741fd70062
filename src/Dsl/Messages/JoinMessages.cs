using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about tensors that are joined.</summary>
internal static class JoinMessages
{
    public static string Ranks(Operand first, ShapeValue firstShape, Operand other, ShapeValue otherShape) =>
        $"the tensors have different numbers of dimensions: {first.Description} {firstShape} and {other.Description} {otherShape}";

    public static string Sizes(
        Operand first, ShapeValue firstShape, Operand other, ShapeValue otherShape, int dimension, Dimension firstSize, Dimension otherSize) =>
        $"the tensors differ in dimension {dimension}, {firstSize} against {otherSize}: {first.Description} {firstShape} and {other.Description} {otherShape}";

    public static string UnknownList(Operand list) => $"the shapes in {list.Description} are not known";

    public static string Unproved(Operand first, ShapeValue firstShape, Operand other, ShapeValue otherShape) =>
        $"it is not known whether {first.Description} {firstShape} and {other.Description} {otherShape} agree";
}
