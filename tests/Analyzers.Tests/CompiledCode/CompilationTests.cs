using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.CompiledCode;

/// <summary>What cannot be compiled is named where it stands, and what cannot be differentiated.</summary>
public sealed class CompilationTests
{
    private const string Open = "public static partial class Losses {\n";

    [Theory]
    [InlineData("{|TT2001:if (x.Rank > 1) x = x * x;|} return Sum(x);")]
    [InlineData("{|TT2001:for (int i = 0; i < 3; i++) x = x * x;|} return Sum(x);")]
    [InlineData("{|TT2001:while (true) { }|}")]
    [InlineData("{|TT2001:try { } finally { }|} return Sum(x);")]
    [InlineData("{|TT2001:using var pause = NoGrad();|} return Sum(x);")]
    [InlineData("return Sum({|TT2001:x.Rank > 1 ? x : x * x|});")]
    [InlineData("return Sum({|TT2002:Tensor.ZerosLike(x)|} + x);")]
    [InlineData("return Sum({|TT2002:Helper(x)|});")]
    [InlineData("return {|TT2002:Body(x)|};")]
    [InlineData("return Sum(x * {|TT2003:x.Shape[0]|});")]
    public Task A_construct_is_refused_where_it_stands(string body) => Verify.WithRuntimeAsync(
        Open + "[Differentiable] [return: Shape] public static Tensor<float> Body([Shape(\"n\")] Tensor<float> x) { " + body + " }\n"
        + "private static Tensor<float> Helper(Tensor<float> x) => x;\n}");

    [Fact]
    public async Task An_operator_that_is_no_operation_is_named_as_it_is_written()
    {
        var found = await Verify.WithRuntimeAsync(
            Open + "[Compiled] [return: Shape(\"n\")] public static Tensor<double> Mixed([Shape(\"n\")] Tensor<float> x, [Shape(\"n\")] Tensor<double> y) => {|TT2002:x * y|};\n"
            + "[Compiled] [return: Shape(\"n\")] public static Tensor<double> Written([Shape(\"n\")] Tensor<float> x, [Shape(\"n\")] Tensor<double> y) => x.To<double>() * y;\n}");
        Assert.Equal(
            "Mixed cannot be compiled: operator * is neither an operation nor a method with [Compiled] or [Differentiable]; mark it, or move the call out of the method",
            Assert.Single(found).GetMessage());
    }

    [Theory]
    [InlineData("var (a, b) = (x + 1f, x * 2f); a += b; return Sum(a);")]
    [InlineData("Shape.Assert(x, \"n\"); return Sum(x);")]
    [InlineData("int last = x.Shape[0] - 1; return Sum(x[..last]);")]
    [InlineData("{ var y = Cat<float>([x, x], 0); return Mean(y); }")]
    public Task Straight_line_code_is_compiled(string body) => Verify.WithRuntimeAsync(
        Open + "[Differentiable] [return: Shape] public static Tensor<float> Body([Shape(\"n\")] Tensor<float> x) { " + body + " }\n}");

    [Fact]
    public Task A_member_that_can_change_is_refused() => Verify.WithRuntimeAsync(
        "public partial class Rows { public int Axis { get; set; }\n[Compiled] public Tensor<float> Total([Shape(\"n, m\")] Tensor<float> x) => Sum(x, {|TT2003:Axis|}); }");

    [Fact]
    public Task A_tensor_that_a_property_computes_is_refused() => Verify.WithRuntimeAsync(
        "public partial class Rows { public Tensor<float> Ones { get; } = Tensor.Ones<float>(3); public Tensor<float> Twos => Ones * 2f;\n"
        + "[Compiled] public Tensor<float> Good([Shape(\"n, 3\")] Tensor<float> x) => x + Ones;\n"
        + "[Compiled] public Tensor<float> Bad([Shape(\"n, 3\")] Tensor<float> x) => x + {|TT2002:Twos|}; }");

    [Fact]
    public async Task The_warning_about_a_missing_gradient_says_where_the_path_ends()
    {
        var found = await Verify.WithRuntimeAsync(
            Open + "[Differentiable] [return: Shape] public static Tensor<float> {|TT2004:Kept|}([Shape(\"n\")] Tensor<float> x, [Shape(\"n\")] Tensor<float> limit) => Sum(Where(x > limit, x, 0f));\n}");
        Assert.Equal(
            "Kept: no gradient reaches 'limit': the path ends in 'x > limit' (line 1 of Kept), which has no derivative by it", Assert.Single(found).GetMessage());
    }

    [Fact]
    public async Task The_warning_says_when_nothing_depends_on_an_argument()
    {
        var found = await Verify.WithRuntimeAsync(
            Open + "[Differentiable] [return: Shape] public static Tensor<float> {|TT2004:Total|}([Shape(\"n\")] Tensor<float> x, [Shape(\"n\")] Tensor<float> unused) => Sum(x);\n}");
        Assert.Equal("Total: no gradient reaches 'unused': the result does not depend on it", Assert.Single(found).GetMessage());
    }

    [Fact]
    public Task A_result_of_integers_has_no_derivative() => Verify.WithRuntimeAsync(
        Open + "[Differentiable] public static Tensor<bool> {|TT2005:IsLarge|}(Tensor<float> x) => x > 1f;\n}");

    [Fact]
    public Task A_shape_mistake_is_reported_once_and_by_its_own_diagnostic() => Verify.WithRuntimeAsync(
        Open + "[Differentiable] [return: Shape] public static Tensor<float> Total([Shape(\"n, 3\")] Tensor<float> x) => Sum(x.{|TT1002:MatMul(x)|});\n}");

    [Fact]
    public async Task What_the_compiler_complains_of_is_not_refused_as_well()
    {
        SyntaxTree tree = TestCompilation.Parse(
            "using TypedTensors; static partial class Losses { [Compiled] public static Tensor<float> Twice(Tensor<float> x) => x.Doubled(); }", "Test.cs");
        CSharpCompilation compilation = TestCompilation.Generate(TestCompilation.Create([tree], [TestCompilation.Dsl, TestCompilation.Runtime], TestCompilation.KindOf(tree)));

        Assert.Equal(["CS1061"], compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static error => error.Id));
        Assert.Empty(await TestCompilation.AnalyzeAsync(compilation));
    }
}
