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

    public static string WindowReachesTooFar(Dimension window, Dimension inside, Dimension size) =>
        $"the window spans {window}, of which {inside} must lie within the padded size {size}";

    public static string WindowReachUnproved(Dimension window, Dimension inside, Dimension size) =>
        $"it is not known whether the {inside} of the window, which spans {window}, that must lie within the padded size {size} fit it";

    public static string Negative(string what, Dimension value) => $"the {what} is {value}; it cannot be negative";

    public static string NotNegativeUnproved(string what, Dimension value) => $"it is not known whether the {what}, which is {value}, is 0 or more";

    public static string NegativeCount(Operand counted, Dimension count) => $"{counted.Description} is {count}; it cannot be negative";

    public static string CountUnproved(Operand counted, Dimension count) => $"it is not known whether {counted.Description}, which is {count}, is 0 or more";

    public static string TooMany(Operand counted, Dimension count, Operand tensor, ShapeValue shape, int axis) =>
        $"{counted.Description} is {count}, more than the {shape[axis]} in dimension {axis} of {tensor.Description} {shape}";

    public static string TooManyUnproved(Operand counted, Dimension count, Operand tensor, ShapeValue shape, int axis) =>
        $"it is not known whether {counted.Description}, which is {count}, is at most the {shape[axis]} in dimension {axis} of {tensor.Description} {shape}";

    public static string PaddingTooLarge(Dimension padding, Dimension kernel) =>
        $"the padding is {padding}, more than half of the kernel size {kernel}";

    public static string PaddingUnproved(Dimension padding, Dimension kernel) =>
        $"it is not known whether the padding, which is {padding}, is at most half of the kernel size {kernel}";

    public static string ExtraTooLarge(Dimension extra, Dimension largest) =>
        $"the output padding is {extra}; it must be less than the stride or the dilation, of which the larger is {largest}";

    public static string ExtraUnproved(Dimension extra, Dimension largest) =>
        $"it is not known whether the output padding, which is {extra}, is less than {largest}";

    public static string NothingLeft(Dimension size) => $"the padding leaves a size of {size}; at least 1 is needed";

    public static string NothingLeftUnproved(Dimension size) => $"it is not known whether the size that the padding leaves, {size}, is at least 1";

    public static string Entries(Operand list, int actual, long count) =>
        $"{list.Description} has {actual} {(actual == 1 ? "integer" : "integers")}; it takes one, or {count}";

    public static string EntriesUnproved(Operand list, long count) => $"it is not known whether {list.Description} has one integer, or {count}";

    public static string NoParts(Operand parts, Dimension count) => $"{parts.Description} is {count}; there must be at least 1";

    public static string UnequalParts(Operand whole, Dimension size, Operand parts, Dimension count) =>
        $"{whole.Description}, which is {size}, cannot be divided by {parts.Description}, which is {count}";

    public static string PartsUnproved(Operand whole, Dimension size, Operand parts, Dimension count) =>
        $"it is not known whether {whole.Description}, which is {size}, can be divided by {parts.Description}, which is {count}";

    public static string NegativeRepeats(Operand repeats, int index, long count) =>
        $"number {index} of {repeats.Description} is {count}; nothing can be repeated less than 0 times";

    public static string RepeatsUnproved(Operand repeats) => $"it is not known whether all of {repeats.Description} are 0 or more";

    public static string Equation(string equation, string problem) => $"the equation '{equation}' is wrong: {problem}";

    public static string NoChoice(Operand index, Dimension value, int count) => $"{index.Description} is {value}; it must be one of 0 to {count - 1}";

    public static string ChoiceUnproved(Operand index, int count) => $"it is not known whether {index.Description} is one of 0 to {count - 1}";
}
