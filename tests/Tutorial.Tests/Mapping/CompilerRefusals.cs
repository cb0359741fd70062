using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>The operations that PyTorch refuses while it runs, because of an element type, and the compiler here.</summary>
internal static class CompilerRefusals
{
    private const string OfFloats = "dtype_not_float";
    private const string OfIndices = "dtype_not_index";

    // The code for a tensor x of a wrong type, the compiler's error, and the place of x among the arguments of the operation.
    private static readonly Dictionary<(string Kind, string Operation), (string Code, string Error, int Place)> Table = new()
    {
        [(OfFloats, "mean")] = ("Ops.Mean(x)", "CS0315", 0),
        [(OfFloats, "var")] = ("Ops.Var(x)", "CS0315", 0),
        [(OfFloats, "std")] = ("Ops.Std(x)", "CS0315", 0),
        [(OfFloats, "norm")] = ("Ops.Norm(x)", "CS0315", 0),
        [(OfFloats, "softmax")] = ("Ops.Softmax(x, 0)", "CS0315", 0),
        [(OfFloats, "log_softmax")] = ("Ops.LogSoftmax(x, 0)", "CS0315", 0),
        [(OfFloats, "mse_loss")] = ("Ops.MseLoss(x, x)", "CS0315", 0),
        [(OfFloats, "l1_loss")] = ("Ops.L1Loss(x, x)", "CS0315", 0),
        [(OfFloats, "cross_entropy")] = ("Ops.CrossEntropy(x, Tensor.Zeros<long>(3))", "CS0315", 0),
        [(OfFloats, "inv")] = ("LinearAlgebra.Inverse(x)", "CS0315", 0),
        [(OfFloats, "det")] = ("LinearAlgebra.Determinant(x)", "CS0315", 0),
        [(OfFloats, "slogdet")] = ("LinearAlgebra.SlogDet(x)", "CS0315", 0),
        [(OfFloats, "cholesky")] = ("LinearAlgebra.Cholesky(x)", "CS0315", 0),
        [(OfFloats, "solve")] = ("LinearAlgebra.Solve(x, x)", "CS0315", 0),
        [(OfFloats, "eigvalsh")] = ("LinearAlgebra.EigenvaluesSymmetric(x)", "CS0315", 0),
        [(OfFloats, "qr")] = ("LinearAlgebra.Qr(x)", "CS0315", 0),
        [(OfFloats, "svd")] = ("LinearAlgebra.Svd(x)", "CS0315", 0),
        [("integer_requires_grad", "requires_grad_")] = ("x.RequireGrad()", "CS0315", 0),
        [(OfIndices, "gather")] = ("Ops.Gather(Tensor.Zeros<float>(3), 0, x)", "CS1503", 1),
        [(OfIndices, "scatter")] = ("Ops.Scatter(Tensor.Zeros<float>(3), 0, x, Tensor.Zeros<float>(3))", "CS1503", 1),
        [(OfIndices, "scatter_add")] = ("Ops.ScatterAdd(Tensor.Zeros<float>(3), 0, x, Tensor.Zeros<float>(3))", "CS1503", 1),
        [(OfIndices, "index_select")] = ("Ops.IndexSelect(Tensor.Zeros<float>(3), 0, x)", "CS1503", 1),
        [(OfIndices, "one_hot")] = ("Ops.OneHot<long>(x, 3)", "CS1503", 0),
        [(OfIndices, "embedding")] = ("Ops.Embedding(x, Tensor.Zeros<float>(3, 2))", "CS1503", 0),
        [(OfIndices, "cross_entropy")] = ("Ops.CrossEntropy(Tensor.Zeros<float>(3, 3), x)", "CS1503", 1),
        [(OfIndices, "nll_loss")] = ("Ops.NllLoss(Tensor.Zeros<float>(3, 3), x)", "CS1503", 1),
    };

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The kinds of refusals, their operations, and a type each that is refused and one that is not.</summary>
    public static IEnumerable<(string Kind, string Operation, Type Refused, Type Accepted)> Rows => Table.Keys.Select(key =>
        key.Kind == OfIndices ? (key.Kind, key.Operation, typeof(double), typeof(long)) : (key.Kind, key.Operation, typeof(long), typeof(double)));

    /// <summary>Compiles the C# code of an operation on tensors of some types, and holds the compiler's error against the expected one.</summary>
    public static void Check(string kind, string operation, params Type[] elementTypes)
    {
        Assert.True(Table.TryGetValue((kind, operation), out var row), $"'{operation}' has no row for {kind} in {nameof(CompilerRefusals)}.");
        Assert.Equal([row.Error], ErrorsOf(kind, operation, elementTypes[row.Place]));
    }

    /// <summary>The identifiers of the compiler's errors.</summary>
    public static IEnumerable<string> ErrorsOf(string kind, string operation, Type elementType)
    {
        string source = $$"""
            using TypedTensors;

            static class Snippet
            {
                static object? Run(Tensor<{{PrintedText.KeywordOf(elementType).Replace("Half", "System.Half")}}> x) => {{Table[(kind, operation)].Code}};
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
