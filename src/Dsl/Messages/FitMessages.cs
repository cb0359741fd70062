using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about a shape that has to lie within another.</summary>
internal static class FitMessages
{
    public static string Ranks(Operand inner, ShapeValue innerShape, Operand outer, ShapeValue outerShape) =>
        $"{inner.Description} {innerShape} and {outer.Description} {outerShape} have {innerShape.Rank} and {outerShape.Rank} dimensions, but need equally many";

    public static string Larger(Operand inner, ShapeValue innerShape, Operand outer, ShapeValue outerShape, int dimension) =>
        $"{inner.Description} {innerShape} reaches beyond {outer.Description} {outerShape} in dimension {dimension}, {innerShape[dimension]} against {outerShape[dimension]}";

    public static string Unproved(Operand inner, ShapeValue innerShape, Operand outer, ShapeValue outerShape) =>
        $"it is not known whether {inner.Description} {innerShape} lies within {outer.Description} {outerShape}";
}
