using TypedTensors.Dimensions;
using TypedTensors.Rules;
using TypedTensors.Shapes;

namespace TypedTensors.Messages;

/// <summary>What is said about values that an operation cannot take.</summary>
internal static class ValueMessages
{
    public static string NegativeSize(Operand operand, int index, long size) =>
        $"size {index} of {operand.Description} is {size}; a size cannot be negative";

    public static string TwoInferred(Operand sizes) => $"{sizes.Description} has more than one -1; only one size can be inferred";

    public static string NothingToKeep(Operand sizes, int index) =>
        $"size {index} of {sizes.Description} is -1, but there is no dimension whose size it could keep";

    public static string Empty(Operand tensor, ShapeValue shape, int item) =>
        $"{tensor.Description} {shape} has no elements along dimension {item}, and there is no result without any";

    public static string EmptyList(Operand list) => $"{list.Description} is an empty list; at least one tensor is needed";

    public static string NotPositive(string what, Dimension value) => $"the {what} is {value}; it must be at least 1";

    public static string PositiveUnproved(string what, Dimension value) => $"it is not known whether the {what}, which is {value}, is at least 1";

    public static string WindowTooLarge(Dimension window, Dimension size) => $"the window spans {window}, more than the padded size {size}";

    public static string WindowUnproved(Dimension window, Dimension size) =>
        $"it is not known whether the window, which spans {window}, fits the padded size {size}";

    public static string NegativeRepeats(Operand repeats, int index, long count) =>
        $"number {index} of {repeats.Description} is {count}; nothing can be repeated less than 0 times";

    public static string RepeatsUnproved(Operand repeats) => $"it is not known whether all of {repeats.Description} are 0 or more";

    public static string Equation(string equation, string problem) => $"the equation '{equation}' is wrong: {problem}";
}
