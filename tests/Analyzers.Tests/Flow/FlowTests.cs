using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.Flow;

/// <summary>What is known survives assignments, branches and loops, and no further than it holds.</summary>
public sealed class FlowTests
{
    [Fact]
    public Task A_local_keeps_its_shape() => Statements("var a = Fill(3); var b = a; _ = {|TT1001:b + Fill(4)|};");

    [Fact]
    public Task A_reassigned_local_has_its_new_shape() => Statements("var a = Fill(3); a = Fill(4); _ = a + Fill(4); _ = {|TT1001:a + Fill(3)|};");

    [Fact]
    public Task Equal_branches_join() => Statements("var a = Number() > 2 ? Fill(3) : Fill(3); _ = {|TT1001:a + Fill(4)|};");

    [Fact]
    public Task Different_branches_do_not_refute() => Statements("var a = Number() > 2 ? Fill(3) : Fill(5); _ = a + Fill(4);");

    [Fact]
    public Task Branches_of_another_rank_do_not_refute() => Statements("var a = Number() > 2 ? Fill(3) : Fill(5, 5); _ = a + Fill(4);");

    [Fact]
    public Task A_join_keeps_the_sizes_that_agree() => Statements("var a = Number() > 2 ? Fill(3, 5) : Fill(2, 5); _ = {|TT1001:a + Fill(4)|};");

    [Fact]
    public Task A_mistake_in_one_branch_is_found() => Statements("var a = Fill(3); if (Number() > 2) { _ = {|TT1001:a + Fill(4)|}; }");

    [Fact]
    public Task Assignment_through_a_condition() => Statements("Grid<float> a; a = Number() > 2 ? Fill(3) : Fill(3); _ = {|TT1001:a + Fill(4)|};");

    [Fact]
    public Task A_switch_expression() => Statements("var a = Number() switch { 1 => Fill(3, 7), 2 => Fill(2, 7), _ => Fill(4, 7) }; _ = {|TT1001:a + Fill(6)|}; _ = a + Fill(4, 7);");

    [Fact]
    public Task A_loop_that_grows_a_tensor_does_not_refute() => Statements("""
        var a = Fill(3);
        int n = 3;
        for (int i = 0; i < 4; i++)
        {
            n = n + 1;
            a = Fill(n);
        }
        _ = a + Fill(4);
        """);

    [Fact]
    public Task A_loop_keeps_what_it_does_not_change() => Statements("""
        var a = Fill(3, 5);
        var w = Fill(5, 5);
        for (int i = 0; i < 4; i++)
            a = a.Dot(w);
        _ = {|TT1001:a + Fill(4)|};
        while (Number() > 2) { a = Fill(3, 6); }
        _ = a + Fill(3, 5);
        _ = a + Fill(3, 6);
        """);

    [Fact]
    public Task A_mistake_in_a_loop_is_reported_once() => Statements("""
        foreach (int i in new[] { 1, 2 })
        {
            var a = Fill(i, 5);
            _ = {|TT1001:a + Fill(4)|};
        }
        """);

    [Fact]
    public Task Nested_loops_with_jumps() => Statements("""
        var a = Fill(3);
        for (int i = 0; i < 4; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (j == 2) continue;
                if (j == 3) break;
                a = a + Fill(3);
            }
            if (i > 7) goto done;
        }
        done:
        _ = {|TT1001:a + Fill(4)|};
        """);

    [Fact]
    public Task Sizes_are_read_and_computed() => Statements("""
        var a = Fill(6, 4);
        int rows = a.Extents[0];
        int columns = a.Extents[-1];
        var b = Fill(rows * columns, rows / 4, rows % 4, -columns + 5, rows - 1);
        _ = {|TT1001:b + Fill(24, 1, 2, 1, 6)|};
        _ = b + Fill(24, 1, 2, 1, 5);
        """);

    [Fact]
    public Task An_unknown_size_is_the_same_each_time() => Statements("""
        int n = Number();
        _ = Fill(n, 3) + Fill(n, 3);
        _ = {|TT1002:Dot(Fill(2, n, 3), Fill(4, n))|};
        _ = Fill(n) + Fill(Number());
        _ = {|TT1001:Fill(n, 3) + Fill(n, 4)|};
        """, "An opaque size never refutes, the constants beside it do.");

    [Fact]
    public Task Increment_and_compound_arithmetic() => Statements("""
        int n = 3;
        n++;
        n += 2;
        n *= 2;
        int before = n--;
        _ = {|TT1001:Fill(n) + Fill(12)|};
        _ = Fill(n) + Fill(11);
        _ = Fill(before) + Fill(12);
        """);

    [Fact]
    public Task Tuples_and_deconstruction() => Statements("""
        var pair = (x: Fill(3), n: 4);
        _ = {|TT1001:pair.x + Fill(pair.n)|};
        var (p, q) = pair;
        _ = {|TT1001:p + Fill(q)|};
        (p, var r) = (Fill(q), Fill(4));
        _ = p + r;
        """);

    [Fact]
    public Task Arrays_of_sizes() => Statements("""
        int[] sizes = [3, 5];
        _ = {|TT1001:Fill(sizes) + Fill(4)|};
        _ = {|TT1001:Fill([.. sizes, 7]) + Fill(8)|};
        _ = {|TT1001:Fill(sizes[1]) + Fill(4)|};
        """);

    [Fact]
    public Task Arrays_that_are_written_are_not_trusted() => Statements("""
        int[] sizes = [3, 5];
        sizes[1] = 4;
        _ = Fill(sizes) + Fill(4);
        """);

    [Fact]
    public Task Arrays_that_are_passed_on_are_not_trusted() => Statements("""
        int[] sizes = [3, 5];
        Array.Fill(sizes, 4);
        _ = Fill(sizes) + Fill(4);
        """);

    [Fact]
    public Task Try_and_finally() => Statements("""
        var a = Fill(3);
        var b = Fill(3);
        try { a = Fill(4); b = Unknown(); a = Fill(4); }
        catch (InvalidOperationException) { _ = a + Fill(5); _ = b + Fill(7); }
        finally { b = Fill(9); }
        _ = b + Fill(4);
        _ = a + Fill(4);
        using (null as IDisposable) { _ = {|TT1001:Fill(3) + Fill(4)|}; }
        lock (a) { _ = {|TT1001:Fill(3) + Fill(4)|}; }
        """);

    [Fact]
    public Task Ref_and_out_arguments_forget() => Statements("""
        var a = Fill(3);
        int n = 3;
        Change(ref a, out n);
        _ = a + Fill(4);
        _ = Fill(n) + Fill(4);
        static void Change(ref Grid<float> grid, out int size) { grid = Fill(4); size = 4; }
        """);

    [Fact]
    public Task Ref_locals_are_not_trusted() => Statements("""
        var a = Fill(3);
        ref var alias = ref a;
        alias = Fill(4);
        _ = a + Fill(4);
        """);

    [Fact]
    public Task Lambdas_and_local_functions_see_what_lasts() => Statements("""
        var a = Fill(3);
        var changing = Fill(3);
        changing = Fill(4);
        Func<Grid<float>> f = () => {|TT1001:a + Fill(4)|};
        Func<Grid<float>> g = () => changing + Fill(7);
        _ = Local();
        Grid<float> Local() => {|TT1001:a + Fill(4)|};
        """);

    [Fact]
    public Task What_a_lambda_assigns_is_not_trusted() => Statements("""
        var a = Fill(3);
        Action change = () => a = Fill(4);
        change();
        _ = a + Fill(4);
        """);

    [Fact]
    public Task An_annotated_local_function_is_a_method_of_its_own() => Statements("""
        _ = Twice(Fill(3), {|TT1003:Fill(4)|});
        [return: Shape("n")] static Grid<float> Twice([Shape("n")] Grid<float> x, [Shape("n")] Grid<float> y) => x + y;
        """);

    [Fact]
    public Task Patterns() => Statements("""
        object o = Fill(3);
        if (o is Grid<float> g) _ = {|TT1001:g + Fill(4)|};
        if (Fill(3) is { } h) _ = {|TT1001:h + Fill(4)|};
        """);

    [Fact]
    public Task Null_coalescing() => Statements("""
        Grid<float>? a = Number() > 2 ? Fill(3) : null;
        var b = a ?? Fill(3);
        a ??= Fill(3);
        _ = b + Fill(3);
        """);

    [Fact]
    public Task Async_methods_and_iterators() => Verify.WithGridsAsync("""
        static class C
        {
            [return: Shape("n")]
            public static async Task<Grid<float>> LoadAsync([Shape("n")] Grid<float> x)
            {
                await Task.Yield();
                _ = {|TT1001:await LoadAsync(Fill(3)) + Fill(4)|};
                return x;
            }

            [return: Shape(3)]
            public static async Task<Grid<float>> WrongAsync() { await Task.Yield(); return {|TT1004:Fill(4)|}; }

            public static System.Collections.Generic.IEnumerable<Grid<float>> Many()
            {
                yield return Fill(3);
                yield return {|TT1001:Fill(3) + Fill(4)|};
            }
        }
        """);

    [Fact]
    public Task Top_level_fields_constructors_and_accessors() => Verify.WithGridsAsync("""
        _ = {|TT1001:Fill(3) + Fill(4)|};

        class C
        {
            private readonly Grid<float> _w = {|TT1001:Fill(3) + Fill(4)|};
            private readonly Grid<float> _v;

            public Grid<float> P { get; } = {|TT1001:Fill(3) + Fill(4)|};

            public C() : this({|TT1001:Fill(3) + Fill(4)|}) { _v = Fill(5); _ = {|TT1001:_v + Fill(4)|}; }

            public C(Grid<float> x) { _v = x; _w = x; }

            public Grid<float> Q { get => {|TT1001:Fill(3) + Fill(4)|}; set => _ = {|TT1001:Fill(3) + Fill(4)|}; }

            public Grid<float> this[int i] => {|TT1001:Fill(3) + Fill(4)|};

            public static C operator !(C c) { _ = {|TT1001:Fill(3) + Fill(4)|}; return c; }

            public event Action E { add { _ = {|TT1001:Fill(3) + Fill(4)|}; } remove { } }

            ~C() { _ = {|TT1001:Fill(3) + Fill(4)|}; }
        }
        """);

    [Fact]
    public Task One_mistake_is_reported_once() => Statements("""
        var a = {|TT1001:Fill(3) + Fill(4)|};
        var b = a + Fill(5);
        _ = b.Dot(a);
        """);

    [Fact]
    public Task Unknown_tensors_never_refute() => Verify.WithGridsAsync("""
        static class C
        {
            static Grid<float> M(Grid<float> x, Grid<float>[] list, int n)
            {
                var y = x + Fill(3);
                _ = y + Fill(4, 3);
                _ = list[0] + Fill(4);
                _ = Fill(n) + Fill(3);
                _ = Fill(x.Extents[0]) + Fill(4);
                return x.Dot(list[1]) + Unknown();
            }
        }
        """);

    private static Task Statements(string body, string? because = null)
    {
        _ = because;
        return Verify.WithGridsAsync(body);
    }
}
