using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedTensors.Analyzers.Declarations;
using TypedTensors.Analyzers.ModelChecks;
using TypedTensors.Analyzers.ShapeChecks;
using TypedTensors.Generators;
using TypedTensors.Generators.Diagnostics;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>Compiles sources in process against the framework, the shape language and the runtime, and runs the analyzers.</summary>
internal static class TestCompilation
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    /// <summary>The framework without the test host's own assemblies, which hold a second copy of the attributes.</summary>
    public static ImmutableArray<MetadataReference> Framework { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static MetadataReference Dsl { get; } = Local("TypedTensors.Dsl.dll");

    public static MetadataReference Runtime { get; } = Local("TypedTensors.Runtime.dll");

    public static MetadataReference LinearAlgebra { get; } = Local("TypedTensors.LinearAlgebra.dll");

    public static MetadataReference Nn { get; } = Local("TypedTensors.Nn.dll");

    public static MetadataReference Data { get; } = Local("TypedTensors.Data.dll");

    public static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } =
    [
        new ShapeCheckAnalyzer(),
        new ShapeTextAnalyzer(),
        new PlacementAnalyzer(),
        new OperationDeclarationAnalyzer(),
        new DimensionAssignmentAnalyzer(),
        new ModelTypeAnalyzer(),
        new ParameterPropertyAnalyzer(),
        new ParameterShapeAnalyzer(),
        new SubModelAnalyzer(),
        new LanguageVersionAnalyzer(),
        new GeneratedCodeTypeAnalyzer(),
        new GeneratedCodeMethodAnalyzer(),
        new CompilationAnalyzer(),
    ];

    public static CSharpCompilation Create(IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> references, OutputKind kind, string name = "Test") =>
        CSharpCompilation.Create(
            name,
            trees,
            Framework.AddRange(references),
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    public static SyntaxTree Parse(string text, string path, CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(text, options ?? ParseOptions, path);

    /// <summary>The compilation with what the generator adds to it, as a build hands it to the analyzers.</summary>
    public static CSharpCompilation Generate(CSharpCompilation compilation)
    {
        CSharpGeneratorDriver.Create([new ModelGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out ImmutableArray<Diagnostic> diagnostics);
        Assert.Empty(diagnostics);
        return (CSharpCompilation)generated;
    }

    /// <summary>A program when the source has top-level statements, else a library.</summary>
    public static OutputKind KindOf(SyntaxTree tree) =>
        tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

    /// <summary>What the analyzers report, crashes among it, and the compiler's errors when asked for.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation)
    {
        CompilationWithAnalyzersOptions options = new(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        return await compilation.WithAnalyzers(Analyzers, options).GetAnalyzerDiagnosticsAsync();
    }

    /// <summary>Compiles a library to an assembly in memory, so that only its metadata is seen.</summary>
    public static MetadataReference Emit(CSharpCompilation library)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = library.Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static PortableExecutableReference Local(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
