using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ModelChecks;

/// <summary>TT3006 and TT3007: what asks for generated code is of a form that it can be generated for.</summary>
public sealed class GeneratedCodeTests
{
    [Theory]
    [InlineData("static class {|TT3006:C|} { [Compiled] public static Tensor<float> F(Tensor<float> x) => x; }")]
    [InlineData("static partial class {|TT3006:C|}<T> { [Compiled] public static Tensor<float> F(Tensor<float> x) => x; }")]
    [InlineData("partial struct {|TT3006:C|} { [Compiled] public static Tensor<float> F(Tensor<float> x) => x; [Compiled] public static Tensor<float> G(Tensor<float> x) => x; }")]
    [InlineData("partial record {|TT3006:C|} { [Differentiable] public static Tensor<float> F(Tensor<float> x) => x; }")]
    [InlineData("file static partial class {|TT3006:C|} { [Compiled] public static Tensor<float> F(Tensor<float> x) => x; }")]
    [InlineData("class A { public partial class {|TT3006:C|} { [Compiled] public static Tensor<float> F(Tensor<float> x) => x; } }")]
    [InlineData("static partial class C { [Compiled] public static Tensor<float> F(Tensor<float> x) => x; }")]
    [InlineData("[TensorModel] class {|TT3001:C|} { [Compiled] public Tensor<float> F(Tensor<float> x) => x; }")]
    public Task Types(string source) => Verify.WithRuntimeAsync(source);

    [Theory]
    [InlineData("[Compiled] public static Tensor<float> {|TT3007:F|}<T>(Tensor<float> x) => x;")]
    [InlineData("[Compiled] public static async Task<Tensor<float>> {|TT3007:F|}(Tensor<float> x) { await Task.Yield(); return x; }")]
    [InlineData("[Compiled] public static System.Collections.Generic.IEnumerable<Tensor<float>> {|TT3007:F|}(Tensor<float> x) { yield return x; }")]
    [InlineData("[Compiled] public abstract Tensor<float> {|TT3007:F|}(Tensor<float> x);")]
    [InlineData("[Compiled] public static extern Tensor<float> {|TT3007:F|}(Tensor<float> x);")]
    [InlineData("[Compiled] public static Tensor<float> F(ref Tensor<float> {|TT3007:x|}) => x;")]
    [InlineData("[Compiled] public static Tensor<float> F(Tensor<float> x, in float {|TT3007:scale|}) => x;")]
    [InlineData("[Compiled] public static Tensor<float> F(Tensor<float> x, out int {|TT3007:n|}) { n = 3; return x; }")]
    [InlineData("[Compiled] public static ref readonly Tensor<float> {|TT3007:F|}(Tensor<float>[] x) => ref x[0];")]
    [InlineData("[Compiled] public static Tensor<float> {|TT3007:F|}(Tensor<float> x) => x; public static int FCompiled;")]
    [InlineData("""[Differentiable, Compiled][return: Shape] public static Tensor<float> {|TT3007:F|}([Shape] Tensor<float> x) => x; public static int FAndGradients() => 3;""")]
    [InlineData("""[Differentiable][return: Shape("n")] public static Tensor<float> {|TT3007:F|}([Shape("n")] Tensor<float> x) => x; public static int FVjp() => 3;""")]
    [InlineData("""[Differentiable][return: Shape("n")] public static Tensor<float> F([Shape("n")] Tensor<float> x) => x; public static int FAndGradients() => 3;""")]
    [InlineData("""[Differentiable(nameof(x), {|TT3007:"y"|}, {|TT3007:nameof(n)|})] public static Tensor<float> F(Tensor<float> x, int n) => x;""")]
    [InlineData("[Compiled] public static Tensor<float> F(Tensor<float> x) { System.Collections.Generic.IEnumerable<int> G() { yield return 3; } return x; }")]
    [InlineData("public static Tensor<float> F(Tensor<float> x) { [Compiled] Tensor<float> {|TT3007:G|}(Tensor<float> y) => y; return G(x); }")]
    [InlineData("public Tensor<float> P { [Compiled] {|TT3007:get|} => null!; }")]
    [InlineData("[Compiled] public static Tensor<float> operator {|TT3007:+|}(C a, Tensor<float> x) => x;")]
    public Task Methods(string method) => Verify.WithRuntimeAsync($$"""
        abstract partial class C
        {
            {{method}}
        }
        """);
}
