using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.CodeFixes;

/// <summary>A product that a transposed operand makes fit is fixed by transposing it.</summary>
public sealed class SuggestionFixTests
{
    [Theory]
    [InlineData("x.MatMul(w)", "x.MatMul(w.T)")]
    [InlineData("MatMul(x, w)", "MatMul(x, w.T)")]
    [InlineData("Ops.MatMul(right: w, left: x)", "Ops.MatMul(right: w.T, left: x)")]
    [InlineData("x.MatMul(w + w)", "x.MatMul((w + w).T)")]
    [InlineData("x.MatMul((w * 2f))", "x.MatMul((w * 2f).T)")]
    [InlineData("x.MatMul(/* weights */ w)", "x.MatMul(/* weights */ w.T)")]
    [InlineData("x.MatMul(flag ? w : w)", "x.MatMul((flag ? w : w).T)")]
    public Task The_operand_is_transposed(string before, string after) => Verify.FixAsync(Source(before), Source(after));

    [Fact]
    public Task All_occurrences_are_fixed_at_once() => Verify.FixAsync(
        Source("x.MatMul(w) + MatMul(x, w)"),
        Source("x.MatMul(w.T) + MatMul(x, w.T)"));

    [Fact]
    public Task What_no_transposition_helps_gets_no_fix() => Verify.FixAsync(Source("x.MatMul(bias)"), Source("x.MatMul(bias)"));

    private static string Source(string expression) => $$"""
        using TypedTensors;
        using static TypedTensors.Ops;

        static class C
        {
            static Tensor<float> M([Shape("n, 5")] Tensor<float> x, [Shape("4, 5")] Tensor<float> w, [Shape("7, 6")] Tensor<float> bias, bool flag) => {{expression}};
        }
        """;
}
