using System.Globalization;
using TypedTensors.Signatures;
using static TypedTensors.Tests.Support.Declare;

namespace TypedTensors.Tests.Signatures;

/// <summary>A random declaration, with a brute-force search for sizes of its names that fit given shapes.</summary>
internal sealed class RandomDeclaration
{
    private const int Limit = 5;

    private static readonly string[] Names = ["a", "b", "c"];

    private static readonly string[] Expressions = ["a + b", "2*a", "b*c + 1", "a // 2", "b % 3", "min(a, c)", "max(b, 2)", "a*a - a + 1"];

    private static readonly string[] Facts = ["a <= b + 3", "b % 2 == 0", "a != c"];

    private readonly string[][] _patterns;
    private readonly string[] _result;
    private readonly string? _fact;

    private RandomDeclaration(string[][] patterns, string[] result, string? fact)
    {
        _patterns = patterns;
        _result = result;
        _fact = fact;
        Signature = Signature.Parse(
            "F",
            [.. patterns.Select((pattern, i) => Tensor("x" + i, string.Join(", ", pattern)))],
            new ResultDeclaration([[string.Join(", ", result)]]),
            fact is null ? [] : [fact],
            []);
    }

    public Signature Signature { get; }

    public static RandomDeclaration Next(Random random)
    {
        string[][] patterns = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pattern(random))];

        // A last parameter gives every name a plain use.
        patterns = [.. patterns, Names];
        random.Shuffle(patterns);
        bool hasPack = patterns.Any(pattern => pattern.Contains("...p"));
        string[] result = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Item(random)).Where(item => item != "_")];
        if (hasPack && random.Next(2) == 0)
            result = ["...p", .. result];
        return new RandomDeclaration(patterns, result, random.Next(4) == 0 ? Facts[random.Next(Facts.Length)] : null);
    }

    public override string ToString() =>
        string.Join(" ", _patterns.Select(pattern => "(" + string.Join(", ", pattern) + ")")) + " -> (" + string.Join(", ", _result) + ")" + (_fact is null ? "" : " where " + _fact);

    /// <summary>Shapes that fit, or with one change that may make them not fit.</summary>
    public long[][] Shapes(Random random, bool mutate)
    {
        var sizes = Names.ToDictionary(name => name, _ => (long)random.Next(Limit));
        long[] pack = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (long)random.Next(Limit))];
        long[][] shapes = [.. _patterns.Select(pattern => pattern.SelectMany(item => item switch
        {
            "...p" => pack,
            "..." => [.. Enumerable.Range(0, random.Next(3)).Select(_ => (long)random.Next(Limit))],
            "_" => [random.Next(Limit)],
            _ => new[] { Value(item, sizes) ?? 0 },
        }).Select(size => Math.Max(0, size)).ToArray())];
        if (!mutate)
            return shapes;
        int which = random.Next(shapes.Length);
        if (shapes[which].Length > 0 && random.Next(3) != 0)
            shapes[which][random.Next(shapes[which].Length)] = random.Next(Limit);
        else
            shapes[which] = random.Next(2) == 0 ? [.. shapes[which], 1] : [.. shapes[which].Skip(1)];
        return shapes;
    }

    /// <summary>The result for the sizes of the names under which all shapes fit, or null when there are none.</summary>
    public long[]? Solve(long[][] shapes)
    {
        for (int code = 0; code < Limit * Limit * Limit; code++)
        {
            var sizes = new Dictionary<string, long> { ["a"] = code % Limit, ["b"] = code / Limit % Limit, ["c"] = code / Limit / Limit };
            long[]? pack = null;
            if (!Enumerable.Range(0, shapes.Length).All(i => Fits(_patterns[i], shapes[i], sizes, ref pack)) || !FactHolds(sizes))
                continue;
            return [.. _result.SelectMany(item => item == "...p" ? pack! : [Value(item, sizes) ?? 0])];
        }

        return null;
    }

    private static string[] Pattern(Random random)
    {
        string[] items = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Item(random))];
        if (random.Next(3) != 0)
            return items;
        int at = random.Next(items.Length + 1);
        return [.. items[..at], random.Next(3) == 0 ? "..." : "...p", .. items[at..]];
    }

    private static string Item(Random random) => random.Next(8) switch
    {
        0 => "_",
        1 => random.Next(Limit).ToString(CultureInfo.InvariantCulture),
        2 => Expressions[random.Next(Expressions.Length)],
        _ => Names[random.Next(Names.Length)],
    };

    private static bool Fits(string[] pattern, long[] shape, Dictionary<string, long> sizes, ref long[]? pack)
    {
        int at = Array.FindIndex(pattern, item => item.StartsWith("...", StringComparison.Ordinal));
        if (at < 0)
            return pattern.Length == shape.Length && pattern.Zip(shape).All(pair => Matches(pair.First, pair.Second));
        int after = pattern.Length - at - 1;
        if (shape.Length < at + after)
            return false;
        if (!pattern[..at].Zip(shape).All(pair => Matches(pair.First, pair.Second))
            || !pattern[(at + 1)..].Zip(shape[^after..]).All(pair => Matches(pair.First, pair.Second)))
            return false;
        long[] run = shape[at..^after];
        if (pattern[at] == "...p")
        {
            if (pack is not null && !pack.SequenceEqual(run))
                return false;
            pack = run;
        }

        return true;

        bool Matches(string item, long size) => item == "_" || Value(item, sizes) == size;
    }

    private bool FactHolds(Dictionary<string, long> s) => _fact switch
    {
        null => true,
        "a <= b + 3" => s["a"] <= s["b"] + 3,
        "b % 2 == 0" => s["b"] % 2 == 0,
        _ => s["a"] != s["c"],
    };

    private static long? Value(string item, Dictionary<string, long> s) => item switch
    {
        "a" or "b" or "c" => s[item],
        "a + b" => s["a"] + s["b"],
        "2*a" => 2 * s["a"],
        "b*c + 1" => (s["b"] * s["c"]) + 1,
        "a // 2" => s["a"] / 2,
        "b % 3" => s["b"] % 3,
        "min(a, c)" => Math.Min(s["a"], s["c"]),
        "max(b, 2)" => Math.Max(s["b"], 2),
        "a*a - a + 1" => (s["a"] * s["a"]) - s["a"] + 1,
        "0" or "1" or "2" or "3" or "4" => long.Parse(item, CultureInfo.InvariantCulture),
        _ => null,
    };
}
