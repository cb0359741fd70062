using System.Text.RegularExpressions;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Checks;

/// <summary>The expressions whose texts the cases hold, and those texts as they are here.</summary>
internal static partial class PythonText
{
    /// <summary>PyTorch's text with the names and the notation that it has here: shapes and tuples are in parentheses, element types are C#'s, operations have the names of <c>Ops</c>.</summary>
    public static string Here(string text)
    {
        text = SizePattern.Replace(text, "($1)");
        text = ResultPattern.Replace(text, "(");
        text = FieldPattern.Replace(text, ", ");
        text = DevicePattern.Replace(text, "$1");
        if (ElementTypePattern.Match(text) is { Success: true } elementType)
            return PrintedText.KeywordOf(elementType.Groups[1].Value);
        if (NodePattern.Match(text) is { Success: true } node)
            return PrintedText.OperationHere(node.Groups[1].Value);
        return PrintedText.Here(text);
    }

    /// <summary>The value of an expression of names and the properties of tensors.</summary>
    /// <exception cref="InvalidDataException">The expression is none, so that a row of <see cref="Mapping.Counterparts"/> has to say what it is here.</exception>
    public static object? Evaluate(string expression, Names names)
    {
        string[] parts = expression.Split('.', 2);
        object? value = names[parts[0]];
        return (parts is [_, var property] ? property : "") switch
        {
            "" => value,
            "grad" => names.Operand(parts[0]).Grad,
            "grad_fn" => names.Properties(parts[0]).Operation,
            "requires_grad" => names.Operand(parts[0]).RequiresGrad,
            "data" => names.Operand(parts[0]).Detach(),
            "shape" or "size()" => Operand.Of(names.Elements(parts[0])).Shape,
            var other => throw new InvalidDataException($"The property {other} is not known."),
        };
    }

    /// <summary>The text of a value; what is not there is Python's None.</summary>
    public static string Print(object? value) => value switch
    {
        null => "None",
        Type type => PrintedText.KeywordOf(type),
        _ => value.ToString()!,
    };

    [GeneratedRegex(@"torch\.Size\(\[(.*?)\]\)")]
    private static partial Regex SizePattern { get; }

    [GeneratedRegex(@"^torch\.return_types\.\w+\(\n\w+=")]
    private static partial Regex ResultPattern { get; }

    [GeneratedRegex(@",\n\w+=")]
    private static partial Regex FieldPattern { get; }

    [GeneratedRegex(@"^device\(type='(\w+)'\)$")]
    private static partial Regex DevicePattern { get; }

    [GeneratedRegex(@"^torch\.(\w+)$")]
    private static partial Regex ElementTypePattern { get; }

    [GeneratedRegex("^<(\\w+)>$")]
    private static partial Regex NodePattern { get; }
}
