using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>Every way to call an operation is checked by the one declaration.</summary>
public sealed class CallFormTests
{
    [Theory]
    [InlineData("{|TT1001:Plus(a, b)|}")]
    [InlineData("Calc.{|TT1001:Plus(a, b)|}")]
    [InlineData("{|TT1001:Plus(second: b, first: a)|}")]
    [InlineData("{|TT1001:a + b|}")]
    [InlineData("({|TT1001:(a) + b|})")]
    [InlineData("Calc.{|TT1001:Plus<float>(a, b)|}")]
    [InlineData("a + a + ({|TT1001:a + b|})")]
    [InlineData("{|TT1001:a + a + b|}")]
    [InlineData("a + 2f")]
    [InlineData("a.PlusScalar(2f)")]
    public Task Broadcasting(string expression) => Check(expression);

    [Theory]
    [InlineData("{|TT1002:Dot(a, b)|}")]
    [InlineData("a.{|TT1002:Dot(b)|}")]
    [InlineData("a.{|TT1002:ClassicDot(b)|}")]
    [InlineData("CalcForms.{|TT1002:ClassicDot(a, b)|}")]
    [InlineData("CalcForms.{|TT1002:Dot(a, b)|}")]
    [InlineData("a.{|TT1002:Dot(b.Flipped)|}")]
    [InlineData("a.Flipped.Dot(b)")]
    [InlineData("a.Flipped.{|TT1002:Dot(b.Flipped)|}")]
    [InlineData("a?.{|TT1002:Dot(b)|}!")]
    public Task Products(string expression) => Check(expression);

    [Fact]
    public Task A_form_may_lack_parameters() => Verify.WithGridsAsync("""
        struct Kernel;

        static class C
        {
            [Operation(typeof(Kernel))]
            [return: Shape("n")]
            public static Grid<float> Whole([Shape("n")] Grid<float> x, [Shape("n")] Grid<float> y, int count, [Shape("n")] Grid<float> z) => x;

            [FormOf(typeof(C), nameof(Whole), Implementation = typeof(Kernel))]
            public static Grid<float> Part(Grid<float> x, Grid<float> z) => x;

            [FormOf(typeof(C), {|TT0006:nameof(Whole)|})]
            public static Grid<float> Other(Grid<float> x, Grid<float> w) => x;

            static void M()
            {
                Part(Fill(3), Fill(3));
                Part(Fill(3), {|TT1003:Fill(4)|});
                Part(z: {|TT1003:Fill(4)|}, x: Fill(3));
                Part(Fill(3), Fill(3)).{|TT1002:Dot(Fill(4, 4))|};
            }
        }
        """);

    [Fact]
    public Task Operators_between_element_types() => Verify.WithRuntimeAsync("""
        using TypedTensors;

        var x = Tensor.Zeros<float>(3, 5);
        var n = Tensor.Zeros<int>(3, 4);
        _ = x * Tensor.Zeros<double>(5) / x.To<double>();
        _ = {|TT1001:x * Tensor.Zeros<double>(4)|};
        _ = {|TT1001:Tensor.Zeros<double>(4) - x|};
        _ = {|TT1001:n + Tensor.Zeros<long>(3)|};
        _ = (n * Tensor.Zeros<double>(4)).{|TT1002:MatMul(x.To<double>())|};
        """);

    [Fact]
    public Task Compound_assignment_rebinds() => Verify.WithGridsAsync("""
        var a = Fill(3, 5);
        a += Fill(5);
        {|TT1001:a += Fill(4)|};
        """);

    [Fact]
    public Task Compound_assignment_takes_the_broadcast_shape() => Verify.WithGridsAsync("""
        var a = Fill(5);
        a += Fill(3, 5);
        a.{|TT1002:Dot(Fill(3, 5))|};
        """);

    [Fact]
    public async Task The_message_names_operation_arguments_and_shapes()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("""
            var h = Fill(3, 5);
            var w = Fill(4);
            _ = {|TT1001:h + w|};
            """));
        Assert.Equal(
            "Plus: shapes do not broadcast: first 'h' (3, 5) and second 'w' (4) differ in the last dimension, 5 against 4",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task A_long_expression_is_not_quoted()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("""
            _ = {|TT1001:Fill(3, 5).Same().Same().Same().Same() + Fill(4)|};
            """));
        Assert.Equal(
            "Plus: shapes do not broadcast: first (3, 5) and second 'Fill(4)' (4) differ in the last dimension, 5 against 4",
            diagnostic.GetMessage());
    }

    [Fact]
    public async Task Additional_locations_lead_to_where_the_shapes_came_from()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("""
            static class C
            {
                static void M([Shape("n, 5")] Grid<float> x)
                {
                    var w = Fill(4);
                    _ = {|TT1001:x + w|};
                }
            }
            """));
        Assert.Equal(["Fill(4)", "x"], diagnostic.AdditionalLocations.Select(Text));
    }

    private static string Text(Location location) => location.SourceTree!.ToString()[location.SourceSpan.Start..location.SourceSpan.End];

    private static Task Check(string expression) => Verify.WithGridsAsync($"var a = Fill(3, 5);\nvar b = Fill(3, 4);\nvar c = {expression};\n_ = c;");
}
