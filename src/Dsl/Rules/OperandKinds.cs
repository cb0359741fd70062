using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>What the parameters of an operation are to a primitive.</summary>
internal static class OperandKinds
{
    private static readonly (OperandKind Kind, string Words)[] Words =
    [
        (OperandKind.Shape, "a shape"), (OperandKind.ShapeList, "a list of tensors"), (OperandKind.Integer, "an integer"),
        (OperandKind.IntegerList, "a list of integers"), (OperandKind.Boolean, "a truth value"), (OperandKind.Slices, "slices"),
        (OperandKind.Text, "a text"), (OperandKind.Pattern, "a shape pattern"),
    ];

    public static OperandKind Of(ParameterKind kind) => kind switch
    {
        ParameterKind.Tensor => OperandKind.Shape,
        ParameterKind.TensorList or ParameterKind.TensorTuple => OperandKind.ShapeList,
        ParameterKind.Integer => OperandKind.Integer,
        ParameterKind.IntegerList => OperandKind.IntegerList,
        ParameterKind.Boolean => OperandKind.Boolean,
        ParameterKind.Slices => OperandKind.Slices,
        ParameterKind.Text => OperandKind.Text,
        ParameterKind.Pattern or ParameterKind.Elements => OperandKind.Pattern,
        _ => OperandKind.None,
    };

    /// <summary>Whether <c>...name</c> of a parameter stands for sizes: those of a list, of a shape in the caller's names, or of an array.</summary>
    public static bool StandsForSizes(ParameterKind kind) => Of(kind) is OperandKind.IntegerList or OperandKind.Pattern;

    public static string Describe(OperandKind kinds)
    {
        string[] words = [.. Words.Where(entry => (kinds & entry.Kind) != 0).Select(entry => entry.Words)];
        return words.Length == 0 ? "a parameter without a shape" : string.Join(" or ", words);
    }
}
