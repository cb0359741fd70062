using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>The operations that PyTorch refuses while it runs, because of an element type, and the compiler here.</summary>
internal static class CompilerRefusals
{
    private static readonly Dictionary<string, (string Code, string Error)> Table = new()
    {
        ["mean"] = ("Ops.Mean(x)", "CS0315"),
        ["var"] = ("Ops.Var(x)", "CS0315"),
        ["std"] = ("Ops.Std(x)", "CS0315"),
        ["norm"] = ("Ops.Norm(x)", "CS0315"),
        ["softmax"] = ("Ops.Softmax(x, 0)", "CS0315"),
        ["log_softmax"] = ("Ops.LogSoftmax(x, 0)", "CS0315"),
        ["mse_loss"] = ("Ops.MseLoss(x, x)", "CS0315"),
        ["l1_loss"] = ("Ops.L1Loss(x, x)", "CS0315"),
        ["cross_entropy"] = ("Ops.CrossEntropy(x, Tensor.Zeros<long>(3))", "CS0315"),
        ["requires_grad_"] = ("x.RequireGrad()", "CS0315"),
    };

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static IEnumerable<string> Operations => Table.Keys;

    /// <summary>Compiles the C# code of an operation on tensors of a type, and holds the compiler's error against the expected one.</summary>
    public static void Check(string operation, Type elementType)
    {
        Assert.True(Table.TryGetValue(operation, out (string Code, string Error) row), $"'{operation}' has no row in {nameof(CompilerRefusals)}.");
        Assert.Equal([row.Error], ErrorsOf(operation, elementType));
    }

    /// <summary>The identifiers of the compiler's errors.</summary>
    public static IEnumerable<string> ErrorsOf(string operation, Type elementType)
    {
        string source = $$"""
            using TypedTensors;

            static class Snippet
            {
                static object? Run(Tensor<{{PrintedText.KeywordOf(elementType).Replace("Half", "System.Half")}}> x) => {{Table[operation].Code}};
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.CSharp14))],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(error => error.Id);
    }
}
