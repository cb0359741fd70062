using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TypedTensors.Tests.Agreement;

/// <summary>What the analyzers say of one program.</summary>
/// <param name="FirstReported">The first statement with an error, or null.</param>
/// <param name="Message">Its message.</param>
/// <param name="RightAssertionsReported">Statements whose true shape the analyzers hold to be wrong.</param>
/// <param name="WrongAssertionsAccepted">Statements for which a wrong shape goes unnoticed: their shape is not known exactly.</param>
public sealed record StaticVerdict(int? FirstReported, string? Message, IReadOnlyList<int> RightAssertionsReported, IReadOnlyList<int> WrongAssertionsAccepted);

/// <summary>What happens when one program is executed.</summary>
/// <param name="Shapes">The shapes of the tensors that were computed.</param>
/// <param name="Exception">What the next statement threw, or null at the end.</param>
public sealed record DynamicVerdict(IReadOnlyList<Shape> Shapes, Exception? Exception);

/// <summary>Programs that are compiled, analysed and executed together, each as a method of one class.</summary>
public sealed class ProgramBatch
{
    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TypedTensors.Analyzers", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(TypedTensors.Analyzers.ShapeChecks.ShapeCheckAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly IReadOnlyList<GeneratedProgram> _programs;
    private readonly CSharpCompilation _compilation;
    private readonly Dictionary<int, (int Program, int Statement, LineKind Kind)> _lines = [];

    public ProgramBatch(IReadOnlyList<GeneratedProgram> programs)
    {
        _programs = programs;
        _compilation = CSharpCompilation.Create(
            $"Programs{Guid.NewGuid():N}",
            [CSharpSyntaxTree.ParseText(Write(), new CSharpParseOptions(LanguageVersion.CSharp14))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release));
    }

    private enum LineKind
    {
        Statement,
        RightAssertion,
        WrongAssertion,
    }

    public async Task<IReadOnlyList<StaticVerdict>> AnalyzeAsync()
    {
        ImmutableArray<Diagnostic> diagnostics = await _compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync();
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        ILookup<int, (int Statement, LineKind Kind, string Message)> errors = diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => (Line: _lines[diagnostic.Location.GetLineSpan().StartLinePosition.Line], Message: diagnostic.GetMessage()))
            .ToLookup(error => error.Line.Program, error => (error.Line.Statement, error.Line.Kind, error.Message));
        return
        [
            .. _programs.Select((program, index) =>
            {
                var first = errors[index].Where(error => error.Kind == LineKind.Statement).OrderBy(error => error.Statement).FirstOrDefault();
                HashSet<int> caught = [.. errors[index].Where(error => error.Kind == LineKind.WrongAssertion).Select(error => error.Statement)];
                return new StaticVerdict(
                    first.Message is null ? null : first.Statement,
                    first.Message,
                    [.. errors[index].Where(error => error.Kind == LineKind.RightAssertion).Select(error => error.Statement)],
                    [.. Enumerable.Range(0, program.Shapes.Count).Where(statement => !caught.Contains(statement))]);
            }),
        ];
    }

    public IReadOnlyList<DynamicVerdict> Execute()
    {
        using MemoryStream assembly = new();
        var emitted = _compilation.Emit(assembly);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Take(5)));
        Type type = System.Reflection.Assembly.Load(assembly.ToArray()).GetType("Programs")!;
        return
        [
            .. _programs.Select((_, index) =>
            {
                List<Shape> shapes = [];
                try
                {
                    type.GetMethod($"P{index}")!.CreateDelegate<Action<List<Shape>>>()(shapes);
                    return new DynamicVerdict(shapes, null);
                }
                catch (Exception exception)
                {
                    return new DynamicVerdict(shapes, exception);
                }
            }),
        ];
    }

    private string Write()
    {
        StringBuilder source = new();
        int line = 0;
        void Append(string text)
        {
            source.Append(text).Append('\n');
            line++;
        }

        Append("using System.Collections.Generic;");
        Append("using TypedTensors;");
        Append("using TypedTensors.UserOperations;");
        Append("public static class Programs {");
        for (int p = 0; p < _programs.Count; p++)
        {
            GeneratedProgram program = _programs[p];
            Append($"public static void P{p}(List<Shape> shapes) {{");
            for (int s = 0; s < program.Statements.Count; s++)
            {
                _lines[line] = (p, s, LineKind.Statement);
                Append($"{program.Statements[s]} shapes.Add(t{s}.Shape);");
            }

            // The assertions come last, so that they refine nothing that a statement uses.
            for (int s = 0; s < program.Shapes.Count; s++)
            {
                _lines[line] = (p, s, LineKind.RightAssertion);
                Append($"Shape.Assert(t{s}, \"{string.Join(", ", program.Shapes[s].Sizes.ToArray())}\");");
                _lines[line] = (p, s, LineKind.WrongAssertion);
                Append($"Shape.Assert(t{s}, \"{string.Join(", ", Wrong(program.Shapes[s], s))}\");");
            }

            Append("}");
        }

        Append("}");
        return source.ToString();
    }

    /// <summary>The shape with one size changed; for a scalar, a vector.</summary>
    private static int[] Wrong(Shape shape, int variation)
    {
        int[] sizes = shape.Sizes.ToArray();
        if (sizes.Length == 0)
            return [1];
        sizes[variation % sizes.Length]++;
        return sizes;
    }
}
