using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>Broadcasting that expands both operands is legal, and often a mistake.</summary>
public sealed class AccidentalBroadcastTests
{
    [Fact]
    public async Task A_dimension_that_meets_itself_is_a_warning()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("""
            static class C
            {
                static void M([Shape("n")] Grid<float> prediction, [Shape("n, 1")] Grid<float> target) => _ = {|TT1006:prediction + target|};
            }
            """));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
        Assert.Equal("Plus: n is paired with itself: first 'prediction' (n) and second 'target' (n, 1) give (n, n)", diagnostic.GetMessage());
        Assert.Equal(2, diagnostic.AdditionalLocations.Count);
    }

    [Fact]
    public async Task Inside_a_method_with_a_scalar_result_it_is_a_warning()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("""
            static class C
            {
                [return: Shape]
                static Grid<float> Loss([Shape("n")] Grid<float> x, [Shape("k, 1")] Grid<float> y)
                {
                    _ = {|TT1006:x + y|};
                    return Fill();
                }
            }
            """));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public async Task Elsewhere_it_is_a_suggestion()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("_ = {|TT1006:Fill(5) + Fill(3, 1)|};"));
        Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity);
    }

    [Fact]
    public Task Allowing_it_on_an_operand_opts_out() => Verify.WithGridsAsync("""
        _ = Fill(5).Spread() + Fill(3, 1);
        var column = Spread(Fill(3, 1));
        _ = Fill(5) + column;
        """);

    [Fact]
    public Task Expanding_one_operand_is_no_accident() => Verify.WithGridsAsync("_ = Fill(3, 5) + Fill(5); _ = Fill(3, 5) + Fill(3, 1); _ = Fill(3, 5) + 2f;");
}
