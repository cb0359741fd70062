using System.Text.RegularExpressions;
using TypedTensors.Tests;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>A help page of a diagnostic, with its two examples.</summary>
internal sealed partial record DiagnosticPage(string Id, string Text, string Bad, string Good)
{
    public static IEnumerable<DiagnosticPage> All() =>
        Directory.EnumerateFiles(Repository.PathTo("docs", "diagnostics"), "TT*.md").Order(StringComparer.Ordinal).Select(Read);

    private static DiagnosticPage Read(string path)
    {
        string text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return new DiagnosticPage(Path.GetFileNameWithoutExtension(path), text, Example(text, "Bad", path), Example(text, "Good", path));
    }

    private static string Example(string text, string heading, string path)
    {
        Match match = ExamplePattern().Matches(text).FirstOrDefault(match => match.Groups["heading"].Value == heading)
            ?? throw new InvalidOperationException($"{path} has no ```csharp block under '## {heading}'");
        return match.Groups["code"].Value;
    }

    [GeneratedRegex(@"^## (?<heading>\w+)\n(?:(?!^## ).*\n)*?```csharp\n(?<code>(?:(?!```).*\n)*)```", RegexOptions.Multiline)]
    private static partial Regex ExamplePattern();
}
