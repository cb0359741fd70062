using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.Declarations;

/// <summary>Mistakes in annotations are underlined where they are written, inside the text.</summary>
public sealed class DeclarationTests
{
    [Theory]
    [InlineData("""[Shape("n, {|TT0001:*|}")]""")]
    [InlineData("""[Shape("n", "m, {|TT0001:)|}")]""")]
    [InlineData("""[Shape("...a, {|TT0001:...b|}")]""")]
    [InlineData("""[Shape("a\u0020, {|TT0001:*|}")]""")]
    [InlineData("""[Shape(@"a, {|TT0001:*|}")]""")]
    [InlineData("""[Shape({|TT0001:"a, " + "*"|})]""")]
    [InlineData("""[Shape({|TT0001:-1|})]""")]
    [InlineData("""[Shape("{|TT0001:boradcast|}(x, x)")]""")]
    [InlineData(""""[Shape("""a, {|TT0001:*|}""")]"""")]
    [InlineData("""[Shape("a", "a + {|TT0004:k|}")]""")]
    [InlineData("""[Shape({|TT0002:3L|})]""")]
    [InlineData("""[Shape("a", {|TT0002:'c'|})]""")]
    [InlineData("""[Shape({|TT0002:2.5|}, "b")]""")]
    [InlineData("""[Shape({|TT0002:null|})]""")]
    [InlineData("""[Shape({|TT0002:typeof(int)|}, 1)]""")]
    [InlineData("""[Shape("a, b", 3, "c * 2, c")]""")]
    [InlineData("""[Shape("?", "_")]""")]
    [InlineData("[Shape]")]
    public Task On_a_parameter(string annotation) => Verify.WithGridsAsync($$"""
        static class C { static void M({{annotation}} Grid<float> x) { } }
        """);

    [Fact]
    public Task Raw_texts_over_several_lines() => Verify.WithGridsAsync(""""
        static class C
        {
            static void M(
                [Shape("""
                    a,
                      {|TT0001:*|}, b
                    """)] Grid<float> x) { }
        }
        """");

    [Fact]
    public Task Results_facts_properties_and_fields() => Verify.WithGridsAsync("""
        [Where("{|TT0004:q|} > 2")]
        class C([Dim] int n)
        {
            [Shape("n, {|TT0001:*|}")] Grid<float>? P { get; set; }
            [Shape("n, {|TT0001:*|}")] Grid<float>? F = null;

            [Where("n % 2 == 0")]
            [Where("{|TT0004:k|} > 3")]
            [Where("n {|TT0003:=|} 3")]
            [return: Shape("n, {|TT0001:/|}")]
            Grid<float> M([Shape("n")] Grid<float> x) => x;

            [return: Shapes("n", "{|TT0001:*|}")]
            (Grid<float>, Grid<float>) T() => (Fill(n), Fill(1));

            [return: Dim("n *{|TT0001:"|})]
            int D() => 3;

            void Local()
            {
                [return: Shape("{|TT0001:*|}")] Grid<float> Inner(Grid<float> x) => x;
                Func<Grid<float>, Grid<float>> f = ([Shape("{|TT0001:*|}")] Grid<float> x) => x;
                _ = f(Inner(Fill(3)));
                _ = F;
            }
        }
        """);

    [Fact]
    public Task Names_bind_from_plain_uses_anywhere() => Verify.WithGridsAsync("""
        static class C
        {
            [Where("d % h == 0")]
            [return: Shape("h, d / h")]
            static Grid<float> M([Shape("n * h")] Grid<float> x, [Shape("n, d")] Grid<float> y, [Dim] int h) => Unknown();
        }
        """);

    [Fact]
    public Task Partial_members_are_looked_at_once() => Verify.WithGridsAsync("""
        partial class C
        {
            [Shape("{|TT0001:*|}")] partial Grid<float> P { get; }
            partial void M([Shape("{|TT0001:*|}")] Grid<float> x);
        }

        partial class C
        {
            partial Grid<float> P => Fill(3);
            partial void M(Grid<float> x) { }
        }
        """);

    [Fact]
    public Task A_receiver_is_looked_at_once() => Verify.WithGridsAsync("""
        static class C
        {
            extension([Shape("{|TT0001:*|}")] Grid<float> grid)
            {
                public int A() => grid.Order;
                public int B() => grid.Order;
            }
        }
        """);

    [Fact]
    public Task Annotations_on_what_they_cannot_describe() => Verify.WithGridsAsync("""
        static class C
        {
            static void A([{|TT0005:Shape("n")|}] int x, [{|TT0005:Dim|}] Grid<float> y, [{|TT0005:ShapePattern|}] int z, [{|TT0005:Shapes("n")|}] Grid<float> w) { }
            static void B([{|TT0005:Shapes("n")|}] (Grid<float>, Grid<float>) pair, [{|TT0005:Dim|}] string s) { }
            [return: {|TT0005:Shape("n")|}] static string R() => "";
            [{|TT0005:Shape("n")|}] static double F = 0;
            [{|TT0005:Dim|}] static string P => F.ToString();
            [{|TT0005:AllowBroadcast|}] static int S() => 3;

            static void Fine([Shape("n")] Grid<float>? x, [Shape("n")] Grid<float>[] list, [Shapes("n", "m")] (Grid<float>, Grid<float>) pair, [Dim] int n, [Dim] long m) { }
            [return: Shape("n")] static Task<Grid<float>> Later([Dim] int n) => throw new NotSupportedException();
            static void Generic<T>([Shape("n")] T x) { }
        }
        """);

    [Fact]
    public Task Operations_and_forms() => Verify.WithGridsAsync("""
        struct Kernel;
        class NotAStruct;

        static class Mine
        {
            [Operation({|TT0006:typeof(NotAStruct)|})]
            public static Grid<float> A(Grid<float> x) => x;

            [Operation(typeof(Kernel), Differentiable = "x, {|TT0006:z|}, {|TT0006:n|}")]
            public static Grid<float> B(Grid<float> x, int n) => x;

            [FormOf(typeof(Mine), {|TT0006:"Nothing"|})]
            public static Grid<float> C(Grid<float> x) => x;

            [FormOf(typeof(Mine), {|TT0006:nameof(A)|})]
            public static Grid<float> D(Grid<float> x, Grid<float> y) => x;

            [FormOf(typeof(Mine), {|TT0006:nameof(B)|})]
            public static Grid<float> E(int n, Grid<float> x) => x;

            [FormOf(typeof(Mine), nameof(B))]
            public static Grid<float> F([{|TT0006:Shape("n")|}] Grid<float> x, int n) => x;

            [FormOf(typeof(Mine), nameof(B))]
            public static Grid<float> Fine(Grid<float> x, int n) => x;
        }
        """);

    [Fact]
    public Task Dimensions_keep_their_value() => Verify.WithGridsAsync("""
        class C([Dim] int n)
        {
            void M([Dim] int k, int free)
            {
                {|TT0007:k|} = 3;
                {|TT0007:k|}++;
                {|TT0007:n|} += 2;
                ({|TT0007:k|}, free) = (1, 2);
                Set(ref {|TT0007:k|});
                free = n;
            }

            static void Set(ref int x) => x = 2;
        }
        """);
}
