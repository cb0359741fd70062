using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>Asserts that a source gives exactly the diagnostics that are marked in it, and compiles without errors.</summary>
internal static partial class Verify
{
    /// <summary>Checks a source against the runtime; gives the diagnostics for further checks.</summary>
    public static Task<ImmutableArray<Diagnostic>> WithRuntimeAsync(string marked) =>
        CheckAsync("using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing TypedTensors;\nusing static TypedTensors.Ops;\n" + marked, [], [TestCompilation.Dsl, TestCompilation.Runtime]);

    /// <summary>Checks a source against a small tensor library of its own, which shares no name with the runtime.</summary>
    public static Task<ImmutableArray<Diagnostic>> WithGridsAsync(string marked) =>
        CheckAsync("using System;\nusing System.Linq;\nusing System.Threading.Tasks;\nusing TypedTensors;\nusing Grids;\nusing static Grids.Calc;\n" + marked, [], [TestCompilation.Dsl, GridLibrary.Reference]);

    /// <summary>Checks models as an editor does before the generator has run: only the declaring half of a partial property is there.</summary>
    public static Task<ImmutableArray<Diagnostic>> WithoutGeneratorAsync(string marked) =>
        CheckAsync("using TypedTensors;\nusing static TypedTensors.Ops;\n" + marked, [], [TestCompilation.Dsl, TestCompilation.Runtime], generate: false);

    /// <summary>Checks a source in a version of C#, without the generator.</summary>
    public static Task<ImmutableArray<Diagnostic>> InVersionAsync(LanguageVersion version, string marked) =>
        CheckAsync("using TypedTensors;\n" + marked, [], [TestCompilation.Dsl, TestCompilation.Runtime], generate: false, new CSharpParseOptions(version));

    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(
        string marked,
        IReadOnlyList<string> otherSources,
        IReadOnlyList<MetadataReference> references,
        bool generate = true,
        CSharpParseOptions? options = null)
    {
        const string MissingImplementation = "CS9248";

        MarkedSource source = MarkedSource.Parse(marked);
        SyntaxTree tree = TestCompilation.Parse(source.Text, "Test.cs", options);
        IEnumerable<SyntaxTree> others = otherSources.Select((text, index) => TestCompilation.Parse(text, $"Other{index}.cs", options));
        CSharpCompilation compilation = TestCompilation.Create([tree, .. others], references, TestCompilation.KindOf(tree));
        if (generate)
            compilation = TestCompilation.Generate(compilation);
        Diagnostic[] errors = [.. compilation.GetDiagnostics().Where(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error && (generate || diagnostic.Id != MissingImplementation))];
        Assert.True(errors.Length == 0, "The source does not compile:\n" + string.Join('\n', errors.Select(error => error.ToString())));
        ImmutableArray<Diagnostic> actual = await TestCompilation.AnalyzeAsync(compilation);
        AssertSame(source, [.. actual.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)]);
        return actual;
    }

    private static void AssertSame(MarkedSource source, IReadOnlyList<Diagnostic> actual)
    {
        string[] expectedLines = [.. source.Expected.OrderBy(item => item.Span.Start).ThenBy(item => item.Id, StringComparer.Ordinal).Select(item => Line(source.Text, item.Id, item.Span))];
        string[] actualLines = [.. actual.Select(diagnostic => Line(diagnostic.Location.SourceTree?.ToString() ?? source.Text, diagnostic.Id, diagnostic.Location.SourceSpan))];
        if (!expectedLines.SequenceEqual(actualLines))
        {
            Assert.Fail(
                "Expected:\n  " + string.Join("\n  ", expectedLines)
                + "\nActual:\n  " + string.Join("\n  ", actualLines.Zip(actual, (line, diagnostic) => line + "   " + diagnostic.GetMessage())));
        }
    }

    private static string Line(string text, string id, TextSpan span) =>
        $"{id} at {text[..Math.Min(span.Start, text.Length)].Count(static c => c == '\n') + 1}: {(span.End <= text.Length ? text[span.Start..span.End] : "?")}";
}
