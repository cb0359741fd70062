namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>Sources that use every construct of the flow analysis, for tests that damage them.</summary>
internal static class FlowSnippets
{
    public static IReadOnlyList<string> All { get; } =
    [
        """
        using Grids;
        using static Grids.Calc;
        var a = Fill(3, 5);
        int rows = a.Extents[0], columns = a.Extents[-1];
        var (x, n) = (Fill(rows * columns), 4);
        for (int i = 0; i < 4; i++)
        {
            if (i == 2) continue;
            try { a = a.Dot(Fill(5, 5)); rows += i / 2; }
            catch (InvalidOperationException e) when (e.Message.Length > rows) { a = Unknown(); }
            finally { n++; }
        }
        int[] sizes = [rows, .. new[] { 1, 2 }];
        _ = Fill(sizes) + Fill(sizes[0]);
        Func<Grid<float>, Grid<float>> f = g => g + a;
        var s = rows switch { 1 => Fill(3), > 2 and < 5 => f(a), _ => null! };
        s ??= Fill(2);
        s += f(s);
        _ = (s as object) is Grid<float> { Order: > 2 } matched ? matched.Flipped : Claim(s, "n, 2 * n");
        """,
        """
        using Grids;
        using static Grids.Calc;
        [Where("d % h == 0")]
        public class Attention([Dim] int d, [Dim] int h)
        {
            [Shape("d", "3 * d")] public Grid<float> W { get; } = Fill(d, 3 * d);
            [Shape("h", "d / h")] private readonly Grid<float> _bias = Fill(h, d / h);

            [return: Shape("...b", "d")]
            public Grid<float> Apply([Shape("...b", "d")] Grid<float> x) => x + _bias.Same() * 2;

            [return: Shapes("n", "m")]
            public static async Task<(Grid<float>, Grid<float>)> Both([Shape("n")] Grid<float> x, [Shape("m")] Grid<float> y)
            {
                await Task.Yield();
                return (x, y);
            }

            public IEnumerable<Grid<float>> Many([Dim] int k)
            {
                [return: Shape("k")] Grid<float> Local([Shape("k")] Grid<float> x) => x;
                lock (W) { yield return Local(Fill(k)); }
                while (true) { yield return W.Flipped.Dot(W); if (k > 3) yield break; }
            }
        }
        """,
        """
        using static TypedTensors.Ops;
        public struct TwiceOperation;
        public static class Mine
        {
            [Operation(typeof(TwiceOperation), Differentiable = "x")]
            [return: Shape("concat(x, x, dim)")]
            public static Tensor<T> Twice<T>(Tensor<T> x, int dim = 0) where T : unmanaged => Cat([x, x], dim);

            extension<T>(Tensor<T> x) where T : unmanaged
            {
                [FormOf(typeof(Mine), nameof(Mine.Twice))]
                public Tensor<T> Twice(int dim = 0) => Mine.Twice(x, dim);
            }

            [return: Shape]
            public static Tensor<float> Loss([Shape("n, k")] Tensor<float> x, [Shape("n")] Tensor<int> y) =>
                CrossEntropy(x[.., ..^1].Twice(1).Reshape(x.Shape[0], -1), y.Assume("n"));
        }
        """,
    ];
}
