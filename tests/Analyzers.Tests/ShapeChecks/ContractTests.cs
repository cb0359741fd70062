using Microsoft.CodeAnalysis;
using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>Annotated members: what they promise their callers and what their bodies may rely on.</summary>
public sealed class ContractTests
{
    [Fact]
    public Task Names_of_a_signature_stand_for_every_size() => Verify.WithGridsAsync("""
        static class C
        {
            static void M([Shape("batch, d")] Grid<float> x, [Shape("time, d")] Grid<float> y, [Shape("d")] Grid<float> bias)
            {
                _ = x + bias;
                _ = {|TT1001:x + y|};
                _ = x.Dot(y.Flipped);
                _ = x.{|TT1002:Dot(y)|};
            }
        }
        """);

    [Fact]
    public Task Returned_values_are_checked() => Verify.WithGridsAsync("""
        static class C
        {
            [return: Shape("n, k")]
            static Grid<float> Wrong([Shape("n, k")] Grid<float> x) => {|TT1004:x.Flipped|};

            [return: Shape("n, k")]
            static Grid<float> Branches([Shape("n, k")] Grid<float> x, bool flip)
            {
                if (flip)
                    return {|TT1004:x.Flipped|};
                return x;
            }

            [return: Shape]
            static Grid<float> Scalar([Shape("n")] Grid<float> x) => {|TT1004:x|};

            [return: Shapes("n", "k")]
            static (Grid<float>, Grid<float>) Both([Shape("n")] Grid<float> x, [Shape("k")] Grid<float> y) => ({|TT1004:y|}, {|TT1004:x|});

            static void Use()
            {
                var (a, b) = Both(Fill(3), Fill(4));
                _ = {|TT1001:a + b|};
                _ = b + Fill(4);
            }
        }
        """);

    [Fact]
    public async Task A_wrong_return_leads_to_the_method()
    {
        Diagnostic diagnostic = Assert.Single(await Verify.WithGridsAsync("""
            static class C
            {
                [return: Shape("n")]
                static Grid<float> M([Shape("n, k")] Grid<float> x) => {|TT1004:x|};
            }
            """));
        Assert.Equal("M: the returned value 'x' (n, k) does not match (n): it has 2 dimensions, not 1", diagnostic.GetMessage());
        Assert.Equal(["x", "M"], diagnostic.AdditionalLocations.Select(Text));
    }

    [Fact]
    public Task Arguments_are_checked_where_they_are_given() => Verify.WithGridsAsync("""
        C.M(Fill(3, 5), Fill(5), 3);
        C.M(Fill(3, 5), {|TT1003:Fill(4)|}, 3);
        C.M(n: 3, y: {|TT1003:Fill(4)|}, x: Fill(3, 5));
        C.M({|TT1003:Fill(2, 5)|}, Fill(5), 3);
        {|TT1003:Fill(3)|}.Ext();

        static class C
        {
            public static void M([Shape("n, d")] Grid<float> x, [Shape("d")] Grid<float> y, [Dim] int n)
            {
                _ = x + Fill(n, 1);
                _ = {|TT1001:x + Fill(n + 1, 1)|};
            }

            public static void Ext([Shape("a, b")] this Grid<float> x) { }
        }
        """);

    [Fact]
    public Task Facts_are_checked_and_relied_on() => Verify.WithGridsAsync("""
        C.M(Fill(3, 12), 4);
        C.M({|TT1003:Fill(3, 12)|}, 5);
        _ = new D(12, 4);
        _ = new D({|TT1003:12|}, 5).W;

        static class C
        {
            [Where("d % h == 0")]
            [return: Shape("n, h, d / h")]
            public static Grid<float> M([Shape("n, d")] Grid<float> x, [Dim] int h) => Unknown();
        }

        [Where("d % h == 0")]
        class D([Dim] int d, [Dim] int h)
        {
            [Shape("h", "d / h")] public Grid<float> W { get; } = Fill(h, d / h);
        }
        """);

    [Fact]
    public Task A_model_has_the_dimensions_of_its_constructor() => Verify.WithGridsAsync("""
        var model = new Model(128);
        _ = model.Forward(Fill(32, 784));
        _ = model.Forward({|TT1003:Fill(32, 783)|});
        _ = {|TT1001:model.B1 + Fill(127)|};
        _ = model.B1 + Fill(128);
        _ = {|TT1001:Fill(model.Hidden) + Fill(127)|};

        class Model([Dim] int hidden)
        {
            const int In = 28 * 28;

            [Dim("hidden")] public int Hidden => hidden;
            [Shape(In, "hidden")] public Grid<float> W1 { get; } = Fill(In, hidden);
            [Shape("hidden")] public Grid<float> B1 { get; } = {|TT1003:Fill(hidden + 1)|};
            [Shape(nameof(hidden), 10)] public readonly Grid<float> W2 = Fill(hidden, 10);

            [return: Shape("batch", 10)]
            public Grid<float> Forward([Shape("batch", In)] Grid<float> x) => (x.Dot(W1) + B1).Dot(W2);

            public void Wrong([Shape("batch", In)] Grid<float> x)
            {
                var h = x.Dot(W1);
                _ = h.{|TT1002:Dot(W1)|};
                _ = Forward({|TT1003:h|});
                _ = {|TT1001:h + Fill(hidden + 1)|};
                B1 = B1;
            }

            private Grid<float> B3 { set => _ = value; }
        }
        """.Replace("B1 { get; }", "B1 { get; set; }", StringComparison.Ordinal));

    [Fact]
    public Task Stored_values_are_checked() => Verify.WithGridsAsync("""
        class C
        {
            [Shape(3)] public Grid<float> P { get; set; } = Fill(3);
            [Shape(3)] public Grid<float>? F = {|TT1003:Fill(4)|};

            void M(C other)
            {
                P = {|TT1003:Fill(4)|};
                other.F = {|TT1003:Fill(5)|};
                other.F = Unknown();
                F = null;
                _ = new C { P = {|TT1003:Fill(6)|} };
            }

            [Shape(3)] Grid<float> Q { get => {|TT1004:Fill(4)|}; set => _ = {|TT1001:value + Fill(4)|}; }
        }
        """);

    [Fact]
    public Task Overrides_inherit_the_contract() => Verify.WithGridsAsync("""
        _ = new B().M({|TT1003:Fill(3)|});

        abstract class A
        {
            [return: Shape("a")] public abstract Grid<float> M([Shape("a, b")] Grid<float> x);
        }

        sealed class B : A
        {
            public override Grid<float> M(Grid<float> x) => x;
        }
        """);

    [Fact]
    public async Task Contracts_are_read_across_assemblies()
    {
        MetadataReference library = TestCompilation.Emit(TestCompilation.Create(
            [TestCompilation.Parse("""
                using Grids;
                using TypedTensors;
                namespace Lib;
                public static class Layers
                {
                    [return: Shape("n", 10)]
                    public static Grid<float> Head([Shape("n", 64)] Grid<float> x) => Calc.Fill(x.Extents[0], 10);
                }
                public class Linear([Dim] int inputs, [Dim] int outputs)
                {
                    [return: Shape("...b, outputs")]
                    public Grid<float> Apply([Shape("...b, inputs")] Grid<float> x) => Calc.Unknown();
                    public int Use() => inputs + outputs;
                }
                """, "Lib.cs")],
            [TestCompilation.Dsl, GridLibrary.Reference],
            OutputKind.DynamicallyLinkedLibrary,
            "Lib"));
        await Verify.CheckAsync(
            """
            using Grids;
            using Lib;
            using static Grids.Calc;
            _ = Layers.Head({|TT1003:Fill(3, 65)|});
            _ = {|TT1001:Layers.Head(Fill(3, 64)) + Fill(11)|};
            var linear = new Linear(5, 7);
            _ = linear.Apply({|TT1003:Fill(2, 3, 6)|});
            _ = {|TT1001:linear.Apply(Fill(2, 3, 5)) + Fill(8)|};
            """,
            [],
            [TestCompilation.Dsl, GridLibrary.Reference, library]);
    }

    [Fact]
    public Task Patterns_speak_of_the_names_of_the_method() => Verify.WithGridsAsync("""
        static class C
        {
            static void M([Shape("n, 5")] Grid<float> x, Grid<float> y)
            {
                var z = Claim(y, "n, 6");
                _ = {|TT1001:x + z|};
                _ = x + Claim(y, "n, 5");
                _ = Claim(y, "n, {|TT0001:*|}");
            }
        }
        """);

    private static string Text(Location location) => location.SourceTree!.ToString()[location.SourceSpan.Start..location.SourceSpan.End];
}
