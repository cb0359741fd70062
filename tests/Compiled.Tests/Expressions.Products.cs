namespace TypedTensors.Tests.Compiled;

/// <content>Products.</content>
internal sealed partial class Expressions
{
    private Candidate Product()
    {
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        return random.Next(12) switch
        {
            0 => new($"{a.Text}.Dot({a.Text})", at => Ops.Dot(a.Values[at], a.Values[at])),
            1 => new($"Ops.Outer({a.Text}, {b.Text})", at => Ops.Outer(a.Values[at], b.Values[at])),
            2 => new($"Ops.Mv(right: {b.Text}, left: {a.Text})", at => Ops.Mv(a.Values[at], b.Values[at])),
            3 => new($"{a.Text}.Mm({b.Text}.T)", at => Ops.Mm(a.Values[at], b.Values[at].T)),
            4 => new($"Ops.Mm({a.Text}, {b.Text}).Tanh()", at => Ops.Tanh(Ops.Mm(a.Values[at], b.Values[at]))),
            5 => new($"{a.Text}.Bmm({a.Text}.Transpose(1, 2))", at => Ops.Bmm(a.Values[at], a.Values[at].Transpose(1, 2))),
            6 => new($"{a.Text}.Linear({b.Text})", at => Ops.Linear(a.Values[at], b.Values[at])),
            7 => new($"Ops.Linear({a.Text}, {b.Text}, {c.Text})", at => Ops.Linear(a.Values[at], b.Values[at], c.Values[at])),
            8 => new($"Ops.Linear({a.Text}, {b.Text}, {b.Text}.Sum(-1))", at => Ops.Linear(a.Values[at], b.Values[at], b.Values[at].Sum(-1))),
            _ => Einsum(),
        };
    }

    private Candidate Einsum()
    {
        (Operand[] parts, string list) = Parts();
        string[] terms = [.. parts.Select(part => Term(part.Rank))];
        string used = new([.. string.Concat(terms).Where(char.IsLetter).Distinct().OrderBy(_ => random.Next())]);
        string output = used[..random.Next(used.Length + 1)];
        if (terms.Any(static term => term.Contains('.')))
            output = "..." + output;
        string equation = string.Join(",", terms) + (random.Next(4) == 0 ? "" : "->" + output);
        return random.Next(2) == 0
            ? new($"Ops.Einsum(\"{equation}\", {list})", at => Ops.Einsum(equation, [.. parts.Select(part => part.Values[at])]))
            : new($"Ops.Einsum(\"{equation}\", [{list}])", at => Ops.Einsum(equation, [.. parts.Select(part => part.Values[at])]));
    }

    private string Term(int rank)
    {
        int covered = random.Next(3) == 0 ? random.Next(rank + 1) : 0;
        string letters = new([.. Enumerable.Range(covered, rank - covered).Select(_ => (char)('a' + random.Next(4)))]);
        return covered > 0 ? "..." + letters : letters;
    }
}
