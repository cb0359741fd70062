using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.Declarations;

/// <summary>Every diagnostic has a help page whose bad example gives exactly it and whose good example gives nothing.</summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Ids => [.. AllIds];

    private static IEnumerable<string> AllIds => TestCompilation.Analyzers
        .SelectMany(analyzer => analyzer.SupportedDiagnostics)
        .Select(descriptor => descriptor.Id)
        .Distinct()
        .Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_examples_are_what_they_say(string id)
    {
        DiagnosticPage page = Assert.Single(DiagnosticPage.All(), page => page.Id == id);
        Assert.Equal([id], (await AnalyzeAsync(page.Bad)).Select(diagnostic => diagnostic.Id).Distinct());
        Assert.Empty(await AnalyzeAsync(page.Good));
    }

    [Fact]
    public void No_page_is_left_over() => Assert.Equal(AllIds, DiagnosticPage.All().Select(page => page.Id));

    [Fact]
    public void Every_descriptor_links_to_its_page()
    {
        foreach (DiagnosticDescriptor descriptor in TestCompilation.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics))
            Assert.EndsWith($"/docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
    }

    /// <summary>An example that begins with a setting of the project is compiled so.</summary>
    private static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string example)
    {
        const string OldVersion = "// <LangVersion>13</LangVersion>";

        CSharpParseOptions options = example.StartsWith(OldVersion, StringComparison.Ordinal)
            ? new CSharpParseOptions(LanguageVersion.CSharp13)
            : TestCompilation.ParseOptions;
        SyntaxTree tree = TestCompilation.Parse("using System;\n" + example, "Example.cs", options);
        CSharpCompilation compilation = TestCompilation.Generate(
            TestCompilation.Create([tree], [TestCompilation.Dsl, TestCompilation.Runtime], TestCompilation.KindOf(tree)));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await TestCompilation.AnalyzeAsync(compilation);
    }
}
