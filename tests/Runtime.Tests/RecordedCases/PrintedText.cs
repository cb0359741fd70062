using System.Text.RegularExpressions;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>What PyTorch prints, with the names that element types and operations have here.</summary>
internal static partial class PrintedText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(Half)] = "Half",
        [typeof(long)] = "long",
        [typeof(int)] = "int",
        [typeof(short)] = "short",
        [typeof(sbyte)] = "sbyte",
        [typeof(byte)] = "byte",
        [typeof(bool)] = "bool",
    };

    // PyTorch's nodes that are not named after the operation here; of the others the number and the word "Backward" go.
    private static readonly Dictionary<string, string> Operations = new() { ["Mul"] = "Multiply", ["Neg"] = "Negate", ["Pow"] = "Power", ["Addmm"] = "Linear" };

    /// <summary>The text of a tensor, as it is here.</summary>
    public static string Here(string text)
    {
        text = ElementTypePattern.Replace(text, match => "dtype=" + KeywordOf(match.Groups[1].Value));
        return NodePattern.Replace(text, match => $"grad_fn=<{OperationHere(match.Groups[1].Value)}>");
    }

    /// <summary>The C# name of PyTorch's element type.</summary>
    public static string KeywordOf(string elementType) => Keywords[ElementTypes.Of(elementType)];

    /// <summary>The C# name of an element type.</summary>
    public static string KeywordOf(Type elementType) => Keywords[elementType];

    /// <summary>The operation here of PyTorch's node, as <c>MulBackward0</c>.</summary>
    public static string OperationHere(string node)
    {
        string name = NodeEndPattern.Replace(node, "");
        return Operations.GetValueOrDefault(name, name);
    }

    /// <summary>The operation that a tensor was computed by, as its text shows it; null for one that is not tracked, and for a leaf.</summary>
    public static string? OperationOf(Tensor tensor) => PrintedNodePattern.Match(tensor.ToString()!) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"dtype=torch\.(\w+)")]
    private static partial Regex ElementTypePattern { get; }

    [GeneratedRegex(@"grad_fn=<(\w+?Backward\d)>")]
    private static partial Regex NodePattern { get; }

    [GeneratedRegex(@"Backward\d$")]
    private static partial Regex NodeEndPattern { get; }

    [GeneratedRegex(@"grad_fn=<(\w+)>\)$")]
    private static partial Regex PrintedNodePattern { get; }
}
