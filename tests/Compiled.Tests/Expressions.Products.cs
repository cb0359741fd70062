namespace TypedTensors.Tests.Compiled;

/// <content>Products.</content>
internal sealed partial class Expressions
{
    private Candidate Product()
    {
        // Vectors and matrices in every declaration: a pack of dimensions may stand for more.
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        string left = $"Ops.Outer({a.Text}.Flatten(), {b.Text}.Flatten())", right = $"Ops.Outer({b.Text}.Flatten(), {c.Text}.Flatten())";
        Tensor<double> Vector(Operand operand, int at) => Ops.Flatten(operand.Values[at]);
        Tensor<double> Left(int at) => Ops.Outer(Vector(a, at), Vector(b, at));
        Tensor<double> Right(int at) => Ops.Outer(Vector(b, at), Vector(c, at));
        return random.Next(12) switch
        {
            0 => new($"{a.Text}.Flatten().Dot({a.Text}.Flatten())", at => Ops.Dot(Vector(a, at), Vector(a, at))),
            1 => new(left, Left),
            2 => new($"Ops.Mv(right: {b.Text}.Flatten(), left: {left})", at => Ops.Mv(Left(at), Vector(b, at))),
            3 => new($"{left}.Mm({right})", at => Ops.Mm(Left(at), Right(at))),
            4 => new($"Ops.Mm({left}, {right}).Tanh()", at => Ops.Tanh(Ops.Mm(Left(at), Right(at)))),
            5 => new($"{left}.Unsqueeze(0).Bmm({right}.Unsqueeze(0))", at => Ops.Bmm(Ops.Unsqueeze(Left(at), 0), Ops.Unsqueeze(Right(at), 0))),
            6 => new($"{left}.Linear({right}.T)", at => Ops.Linear(Left(at), Right(at).T)),
            7 => new($"Ops.Linear({b.Text}.Flatten(), {left})", at => Ops.Linear(Vector(b, at), Left(at))),
            8 => new($"Ops.Linear({left}, {right}.T, {c.Text}.Flatten())", at => Ops.Linear(Left(at), Right(at).T, Vector(c, at))),
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
