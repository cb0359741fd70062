using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;
using TypedTensors.Generators;
using TypedTensors.Generators.Tests.Compiled;
using TypedTensors.Tests;
using Xunit.Abstractions;

namespace TypedTensors.Analyzers.Tests.Flow;

/// <summary>While a user types, most of what the analyzers see is broken: they must neither crash nor loop.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private const int Files = 2000;

    [Fact]
    public async Task Damaged_sources_crash_nothing()
    {
        IReadOnlyList<string> corpus = Corpus();
        int count = MassTests.Count(Files);
        int parsed = 0;
        int compilerCrashes = 0;
        List<string> crashes = [];
        for (int number = 0; number < count + compilerCrashes; number++)
        {
            string source = new Mutator(unchecked((MassTests.Seed * 1_000_003) + number)).Mutate(corpus[number % corpus.Count]);
            SyntaxTree tree = TestCompilation.Parse(source, $"Mutated{number}.cs");
            CSharpCompilation compilation = TestCompilation.Create(
                [tree, Usings], [TestCompilation.Dsl, TestCompilation.Runtime, GridLibrary.Reference], TestCompilation.KindOf(tree));
            if (CompilerCrashes(compilation))
            {
                compilerCrashes++;
                continue;
            }

            if (!tree.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
                parsed++;
            CSharpGeneratorDriver.Create(new ModelGenerator())
                .WithUpdatedParseOptions(TestCompilation.ParseOptions)
                .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> generatorDiagnostics);
            ImmutableArray<Diagnostic> diagnostics = await TestCompilation.AnalyzeAsync(generated);
            foreach (Diagnostic crash in diagnostics.Concat(generatorDiagnostics).Where(diagnostic => diagnostic.Id is "AD0001" or "CS8785"))
                crashes.Add($"{crash.GetMessage()}\n--- file {number} ---\n{source}");
        }

        output.WriteLine(
            $"{count} mutated files, {100.0 * parsed / count:F1} % parse without errors, {crashes.Count} crashes; {compilerCrashes} more crash the compiler alone");
        Assert.True(crashes.Count == 0, crashes.FirstOrDefault());
        Assert.True(parsed * 2 >= count, $"Only {parsed} of {count} mutated files parse");
        Assert.True(compilerCrashes * 50 <= count, $"{compilerCrashes} files crash the compiler alone");
    }

    /// <summary>A few files crash the compiler without any analyzer; others take their place.</summary>
    private static bool CompilerCrashes(CSharpCompilation compilation)
    {
        try
        {
            compilation.GetDiagnostics();
            return false;
        }
        catch (AggregateException)
        {
            return true;
        }
        catch (NullReferenceException)
        {
            return true;
        }
    }

    private static SyntaxTree Usings { get; } = TestCompilation.Parse(
        "global using System; global using System.Linq; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks; global using TypedTensors;", "Usings.cs");

    /// <summary>Models and methods that get generated code, repeated so that they are about a fifth of the corpus.</summary>
    private static IEnumerable<string> Methods => Enumerable.Repeat(CompiledSources.All, 8).SelectMany(static sources => sources);

    /// <summary>Sources of the repository that use tensors, the bad and good examples of the help pages, and sources with generated code.</summary>
    private static IReadOnlyList<string> Corpus()
    {
        IEnumerable<string> files = new[] { Repository.PathTo("src", "Runtime", "Operations"), Repository.PathTo("src", "Nn"), Repository.PathTo("samples") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return [.. files.Select(File.ReadAllText), .. DiagnosticPage.All().SelectMany(page => new[] { page.Bad, page.Good }), .. FlowSnippets.All, .. Methods];
    }
}
