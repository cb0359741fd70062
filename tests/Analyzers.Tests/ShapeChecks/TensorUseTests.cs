using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Analyzers.ShapeChecks;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>Bodies that have nothing to do with tensors cost one look.</summary>
public sealed class TensorUseTests
{
    [Theory]
    [InlineData("int n = 3; System.Console.WriteLine(n + 4);", false)]
    [InlineData("var list = new System.Collections.Generic.List<string>(); list.Add(list.Count.ToString());", false)]
    [InlineData("object o = x;", true)]
    [InlineData("_ = Calc.Number();", false)]
    [InlineData("Calc.Fill(3);", true)]
    [InlineData("_ = new D(3);", true)]
    [InlineData("System.Action a = () => Calc.Unknown();", true)]
    public void Tells_whether_a_body_needs_checking(string body, bool expected)
    {
        SyntaxTree tree = TestCompilation.Parse(
            "using Grids; using TypedTensors; class D([Dim] int n) { public int N => n; } class C { void M(Grid<float> x) { " + body + " } }", "Test.cs");
        CSharpCompilation compilation = TestCompilation.Create([tree], [TestCompilation.Dsl, GridLibrary.Reference], OutputKind.DynamicallyLinkedLibrary);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        IOperation root = compilation.GetSemanticModel(tree).GetOperation(method)!;
        TensorUse use = new(new ContractReader(KnownSymbols.TryCreate(compilation)!));
        Assert.Equal(expected, use.IsIn(root, CancellationToken.None));
    }

    [Fact]
    public async Task A_compilation_without_the_library_is_left_alone()
    {
        CSharpCompilation compilation = TestCompilation.Create(
            [TestCompilation.Parse("class C { int M(int x) => x; }", "Test.cs")], [], OutputKind.DynamicallyLinkedLibrary);
        Assert.Null(KnownSymbols.TryCreate(compilation));
        Assert.Empty(await TestCompilation.AnalyzeAsync(compilation));
    }
}
