using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Products.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Products => new()
    {
        ["Einsum"] = random =>
        {
            string[] terms = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Term(random))];
            string used = new([.. string.Concat(terms).Where(char.IsLetter).Distinct().OrderBy(_ => random.Next())]);
            string output = used[..random.Next(used.Length + 1)] + (random.Next(12) == 0 ? "a" : "");
            if (terms.Any(static term => term.Contains('.')) && random.Next(4) > 0)
                output = output.Insert(random.Next(output.Length + 1), "...");
            string equation = string.Join(random.Next(4) == 0 ? " , " : ",", terms) + random.Next(4) switch { 0 => "", 1 => " -> " + output, _ => "->" + output };
            int[] sizes = [.. Enumerable.Range(0, 3).Select(_ => random.Next(4))];
            int[] rest = Sizes(random, 2);
            Tensor<double>[] tensors = [.. terms.Select(term => Leaf(Fitting(random, term, sizes, rest)))];
            return new([equation, tensors], () => Einsum(equation, tensors));
        },
        ["Dot"] = Pair(Dot, "n", "n"),
        ["Outer"] = Pair(Outer, "n", "m"),
        ["Mv"] = Pair(Mv, "nm", "m"),
        ["Mm"] = Pair(Mm, "nm", "mp"),
        ["Bmm"] = Pair(Bmm, "bnm", "bmp"),
        ["Linear"] = random =>
        {
            int[] sizes = Draw(random);
            Tensor<double> x = Leaf([.. Sizes(random, 2), .. Near(random, "i", sizes)]), weight = Leaf(Near(random, "oi", sizes)), bias = Leaf(Near(random, "o", sizes));
            return random.Next(3) == 0 ? new([x, weight, null], () => Linear(x, weight)) : new([x, weight, bias], () => Linear(x, weight, bias));
        },
    };

    /// <summary>Two tensors whose dimensions have letters; equal letters mostly have equal sizes.</summary>
    private static Func<Random, Sample> Pair(Func<Tensor<double>, Tensor<double>, Tensor> function, string left, string right) => random =>
    {
        int[] sizes = Draw(random);
        return Two(function, Near(random, left, sizes), Near(random, right, sizes));
    };

    private static int[] Draw(Random random) => [.. Enumerable.Range(0, 26).Select(_ => random.Next(4))];

    private static int[] Near(Random random, string letters, int[] sizes) =>
        random.Next(8) == 0 ? Sizes(random) : [.. letters.Select(letter => random.Next(8) == 0 ? random.Next(4) : sizes[letter - 'a'])];

    /// <summary>Up to three letters, perhaps with an ellipsis among them.</summary>
    private static string Term(Random random)
    {
        string letters = new([.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(40) == 0 ? '1' : "abc"[random.Next(3)])]);
        return random.Next(3) == 0 ? letters.Insert(random.Next(letters.Length + 1), "...") : letters;
    }

    private static int[] Fitting(Random random, string term, int[] sizes, int[] rest)
    {
        if (random.Next(20) == 0)
            return Sizes(random);
        List<int> shape = [.. term.Where(static label => label != '.').Select(label => random.Next(10) == 0 ? 1 : random.Next(40) == 0 ? random.Next(4) : sizes[label % 3])];
        int dots = term.IndexOf('.', StringComparison.Ordinal);
        if (dots >= 0)
            shape.InsertRange(dots, random.Next(3) == 0 ? Alter(random, rest) : rest);
        return [.. shape];
    }
}
