using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Generators.Tests.Harness;

/// <summary>What a generator wrote for sources, and what the compiler says of sources and output together.</summary>
/// <param name="Sources">The generated texts by file name.</param>
/// <param name="Compilation">The sources with what was generated.</param>
/// <param name="Run">The result of the driver, with the reasons of each step.</param>
internal sealed record Generated(IReadOnlyDictionary<string, string> Sources, Compilation Compilation, GeneratorDriverRunResult Run)
{
    /// <summary>Errors and warnings of the compiler, and what the generator itself reports, crashes among it.</summary>
    public IEnumerable<Diagnostic> Complaints => Compilation.GetDiagnostics().Concat(Run.Diagnostics)
        .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    /// <summary>The only generated text.</summary>
    public string Source => Assert.Single(Sources).Value;

    /// <summary>Asserts that sources and output compile without an error or a warning.</summary>
    public Generated Compiles()
    {
        Diagnostic[] complaints = [.. Complaints];
        Assert.True(
            complaints.Length == 0,
            string.Join("\n", complaints.Select(static complaint => complaint.ToString())) + "\n\n" + string.Join("\n\n", Sources.Values));
        return this;
    }

    /// <summary>Asserts that the compiler complains of nothing but the given identifiers, and not of generated text.</summary>
    public Generated CompilesBut(params string[] ids)
    {
        Assert.Equal(ids.Order(StringComparer.Ordinal), Complaints.Select(static complaint => complaint.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(Complaints, complaint => Sources.ContainsKey(Path.GetFileName(complaint.Location.SourceTree?.FilePath ?? "")));
        return this;
    }
}

/// <summary>How a project is set up.</summary>
/// <param name="Nullable">Its nullable context.</param>
/// <param name="Version">Its version of C#.</param>
internal sealed record ProjectSettings(
    NullableContextOptions Nullable = NullableContextOptions.Enable, LanguageVersion Version = LanguageVersion.CSharp14);

/// <summary>Runs the generator in process.</summary>
internal static class GeneratorHarness
{
    private const string Usings = "using TypedTensors;\n";

    /// <summary>The framework, the shape language and the runtime.</summary>
    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(static path => MetadataReference.CreateFromFile(path)),
        Local("TypedTensors.Dsl.dll"),
        Local("TypedTensors.Runtime.dll"),
    ];

    /// <summary>Runs the generator on sources, each of which begins with the using directive of the library.</summary>
    public static Generated Run(params string[] sources) => Run(new ProjectSettings(), sources);

    public static Generated Run(ProjectSettings settings, params string[] sources)
    {
        CSharpCompilation compilation = Compile(settings, sources);
        return Collect(compilation, Driver(settings).RunGenerators(compilation));
    }

    /// <summary>Runs the generator, and once more with the same driver on an edited project.</summary>
    public static (Generated Before, Generated After) RunTwice(string source, string edited) => RunTwice([source], 0, edited);

    /// <summary>Runs the generator, and once more with the same driver after one of several files was edited.</summary>
    public static (Generated Before, Generated After) RunTwice(string[] sources, int index, string edited)
    {
        ProjectSettings settings = new();
        CSharpCompilation compilation = Compile(settings, sources);
        GeneratorDriver driver = Driver(settings).RunGenerators(compilation);
        Generated before = Collect(compilation, driver);
        CSharpCompilation after = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[index], Parse(settings, edited, index));
        return (before, Collect(after, driver.RunGenerators(after)));
    }

    /// <summary>What a step gave, and why: new, changed, unchanged or cached.</summary>
    public static IEnumerable<(object Value, IncrementalStepRunReason Reason)> Step(this Generated generated, string name) =>
        generated.Run.Results.Single().TrackedSteps.TryGetValue(name, out ImmutableArray<IncrementalGeneratorRunStep> steps)
            ? steps.SelectMany(static step => step.Outputs)
            : [];

    /// <summary>Why each output was written again, or that it was not.</summary>
    public static IEnumerable<IncrementalStepRunReason> OutputReasons(this Generated generated) =>
        generated.Run.Results.Single().TrackedOutputSteps.Values.SelectMany(static steps => steps).SelectMany(static step => step.Outputs).Select(static output => output.Reason);

    private static Generated Collect(CSharpCompilation compilation, GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        return new Generated(
            result.Results.SelectMany(static one => one.GeneratedSources).ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()),
            compilation.AddSyntaxTrees(result.GeneratedTrees),
            result);
    }

    private static CSharpCompilation Compile(ProjectSettings settings, string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((source, index) => Parse(settings, source, index)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: settings.Nullable, warningLevel: 9999));

    private static SyntaxTree Parse(ProjectSettings settings, string source, int index) =>
        CSharpSyntaxTree.ParseText(Usings + source, Options(settings), $"Source{index}.cs");

    /// <summary>Documentation comments are read as well, so that a member without one would be found.</summary>
    private static CSharpParseOptions Options(ProjectSettings settings) => new(settings.Version, DocumentationMode.Diagnose);

    private static CSharpGeneratorDriver Driver(ProjectSettings settings) => CSharpGeneratorDriver.Create(
        [new ModelGenerator().AsSourceGenerator()],
        parseOptions: Options(settings),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static PortableExecutableReference Local(string file) =>
        MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, file));
}
