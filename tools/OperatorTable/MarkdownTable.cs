using System.Reflection;
using System.Text;

namespace TypedTensors.OperatorTable;

/// <summary>Writes the table of declared operations.</summary>
public static class MarkdownTable
{
    private const string Header = """
        # Operators

        <!-- Written by tools/OperatorTable from the declarations; edit those. -->

        One row for each method with an `[Operation]` attribute, from what its declaration says. A shape is a pattern or a rule of the
        shape language. The gradient reaches the parameters named; what is saved for it is not freed before it is computed.


        """;

    /// <summary>The table of the operations of some assemblies, a section for each.</summary>
    public static string Of(IEnumerable<Assembly> assemblies)
    {
        StringBuilder text = new(Header.ReplaceLineEndings("\n"));
        foreach (Assembly assembly in assemblies)
        {
            text.Append("## ").Append(assembly.GetName().Name).Append("\n\n");
            text.Append("| operation | called as | parameter shapes | result shape | gradient reaches | saves | element type |\n");
            text.Append("|---|---|---|---|---|---|---|\n");
            foreach (DeclaredOperation operation in DeclaredOperation.In(assembly))
                text.Append(Row(operation)).Append('\n');
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>One row of the table.</summary>
    public static string Row(DeclaredOperation operation) => "| " + string.Join(" | ", new[]
    {
        operation.Name,
        Code(operation.CallForms),
        Code(operation.ParameterShapes),
        Code([operation.ResultShape]),
        operation.Differentiable.Count == 0 ? "none" : string.Join(", ", operation.Differentiable),
        operation.Saves == Saved.None ? "nothing" : operation.Saves.ToString().ToLowerInvariant(),
        operation.Elements.Length == 0 ? "any" : operation.Elements,
    }) + " |";

    private static string Code(IEnumerable<string> texts) => string.Join("<br>", texts.Select(text => $"`{text}`"));
}
