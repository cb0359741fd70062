using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Generators;

namespace TypedTensors.Tests.Compiled;

/// <summary>Programs that go through the generator and the compiler together, each as methods of one class.</summary>
internal sealed class ProgramBatch
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is not ("TypedTensors.Analyzers.dll" or "TypedTensors.Generators.dll"))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private readonly string _generated;

    public ProgramBatch(IReadOnlyList<string> methods)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        string source = $"using TypedTensors;\nusing TypedTensors.UserOperations;\npublic static partial class Programs\n{{\n{string.Join("\n\n", methods)}\n}}\n";
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"Programs{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(source, options)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
        GeneratorDriverRunResult run = CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGenerators(compilation).GetRunResult();
        _generated = string.Join("\n", run.GeneratedTrees.Select(static tree => tree.ToString()));
        using MemoryStream assembly = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = compilation.AddSyntaxTrees(run.GeneratedTrees).Emit(assembly);
        string[] complaints = [.. run.Diagnostics.Concat(emitted.Diagnostics).Where(diagnostic =>
            diagnostic.Severity == DiagnosticSeverity.Error || (diagnostic.Severity == DiagnosticSeverity.Warning && run.GeneratedTrees.Contains(diagnostic.Location.SourceTree!))).Select(Describe)];
        Assert.True(complaints.Length == 0, string.Join("\n", complaints.Take(5)) + "\n" + source);
        Type = Assembly.Load(assembly.ToArray()).GetType("Programs")!;
    }

    /// <summary>The class of all methods.</summary>
    public Type Type { get; }

    /// <summary>What was generated for a method.</summary>
    public string GeneratedFor(string method)
    {
        string[] lines = _generated.Split('\n');
        bool IsMember(string line) => line.StartsWith("    ", StringComparison.Ordinal) && line.Length > 4 && line[4] is not (' ' or '{' or '}' or '/' or '[');
        List<string> kept = [];
        bool isKept = false;
        foreach (string line in lines)
        {
            if (IsMember(line))
                isKept = System.Text.RegularExpressions.Regex.IsMatch(line, $@"\b(Run|Plan)?{method}(AndGradients|Vjp|Compiled)");
            if (isKept)
                kept.Add(line);
        }

        return string.Join("\n", kept);
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan span = diagnostic.Location.GetLineSpan();
        string? line = diagnostic.Location.SourceTree?.GetText().Lines[span.StartLinePosition.Line].ToString();
        return $"{diagnostic}\n  {line}";
    }
}
