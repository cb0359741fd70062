using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about einsum.</summary>
internal static class EinsumMessages
{
    public static string Rank(Operand tensor, ShapeValue shape, EinsumTerm term)
    {
        int letters = term.Labels.Length;
        string wanted = (term.HasEllipsis ? "at least " : "") + (letters == 1 ? "1 dimension" : letters + " dimensions");
        return $"{tensor.Description} {shape} does not fit '{term}', which has {wanted}";
    }

    public static string Label(char label, Operand first, Dimension firstSize, Operand other, Dimension otherSize) =>
        $"'{label}' is {firstSize} in {first.Description} and {otherSize} in {other.Description}";

    public static string Diagonal(char label, Operand tensor, ShapeValue shape, Dimension first, Dimension second) =>
        $"'{label}' is {first} and {second} in {tensor.Description} {shape}";

    public static string Ellipsis(Operand tensor, ShapeValue own, ShapeValue others, Dimension left, Dimension right) =>
        $"the dimensions {own} that the ellipsis stands for in {tensor.Description} do not broadcast with {others}, {right} against {left}";

    public static string UnknownEquation() => "the equation or its operands are not known";

    public static string Unproved(Operand tensor, ShapeValue shape) => $"it is not known whether {tensor.Description} {shape} fits the equation";
}
