namespace TypedTensors.Tests.Agreement;

/// <content>Products.</content>
internal sealed partial class Expressions
{
    private Candidate Product()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(12) switch
        {
            0 => new($"{a.Text}.Dot({b.Text})", () => Ops.Dot(a.Value, b.Value)),
            1 => new($"Ops.Outer({a.Text}, {b.Text})", () => Ops.Outer(a.Value, b.Value)),
            2 => new($"{a.Text}.Mv({b.Text})", () => Ops.Mv(a.Value, b.Value)),
            3 => new($"Ops.Mm({a.Text}, {b.Text}.T)", () => Ops.Mm(a.Value, b.Value.T)),
            4 => new($"Ops.Mm(right: {b.Text}, left: {a.Text})", () => Ops.Mm(a.Value, b.Value)),
            5 => new($"{a.Text}.Bmm({b.Text})", () => Ops.Bmm(a.Value, b.Value)),
            6 => new($"Ops.Linear({a.Text}, {b.Text})", () => Ops.Linear(a.Value, b.Value)),
            7 => WithBias(a, b, Pick()),
            _ => Einsum(),
        };
    }

    private static Candidate WithBias(Operand x, Operand weight, Operand bias) =>
        new($"{x.Text}.Linear({weight.Text}, {bias.Text})", () => Ops.Linear(x.Value, weight.Value, bias.Value));

    /// <summary>An equation in which equal sizes often have equal letters.</summary>
    private Candidate Einsum()
    {
        Operand[] parts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick())];
        string[] terms = [.. parts.Select(part => Term(part.Sizes))];
        string used = new([.. string.Concat(terms).Where(char.IsLetter).Distinct().OrderBy(_ => random.Next())]);
        string output = used[..random.Next(used.Length + 1)];
        if (terms.Any(static term => term.Contains('.')))
            output = "..." + output;
        string equation = string.Join(",", terms) + (random.Next(4) == 0 ? "" : "->" + output);
        Tensor<float>[] values = [.. parts.Select(static part => part.Value)];
        string list = string.Join(", ", parts.Select(static part => part.Text));
        return random.Next(2) == 0
            ? new($"Ops.Einsum(\"{equation}\", {list})", () => Ops.Einsum(equation, values))
            : new($"Ops.Einsum(\"{equation}\", [{list}])", () => Ops.Einsum(equation, values));
    }

    private string Term(int[] sizes)
    {
        int covered = random.Next(4) == 0 ? random.Next(sizes.Length + 1) : 0;
        string letters = new([.. sizes[covered..].Select(size => random.Next(12) == 0 ? (char)('a' + random.Next(6)) : (char)('a' + Math.Min(size, 6)))]);
        return covered > 0 || random.Next(12) == 0 ? "..." + letters : letters;
    }
}
