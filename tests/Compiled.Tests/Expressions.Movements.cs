namespace TypedTensors.Tests.Compiled;

/// <content>Expressions that move elements.</content>
internal sealed partial class Expressions
{
    private Candidate Moved()
    {
        Operand a = Pick();
        int rank = a.Rank;
        (int offset, int dim) = (random.Next(-2, 3), Axis(rank));
        int[] dims = [.. Enumerable.Range(0, rank).Where(_ => random.Next(2) == 0)];
        int[] shifts = [.. dims.Select(_ => random.Next(-4, 5))];
        int[] repeats = [.. Enumerable.Range(0, random.Next(Math.Min(4, rank + 2))).Select(_ => random.Next(1, 3))];
        int[] pads = [.. Enumerable.Range(0, 2 * random.Next(rank + 1)).Select(_ => random.Next(0, 2))];
        int[] crops = [.. pads.Select(pad => random.Next(4) == 0 ? -pad : pad)];
        return random.Next(11) switch
        {
            // The smaller of two sizes is no size that a declared result could have.
            0 => new($"{a.Text}.MatMul({a.Text}.T).Diagonal(0, -1, -2)", at => Ops.Diagonal(a.Values[at].MatMul(a.Values[at].T), 0, -1, -2)),

            // A matrix in every declaration: a pack of dimensions may stand for more than two.
            1 => new($"{a.Text}.Flatten().Unsqueeze(0).Trace()", at => Ops.Trace(Ops.Unsqueeze(Ops.Flatten(a.Values[at]), 0))),
            2 => new($"Ops.Tril({a.Text}, {offset})", at => Ops.Tril(a.Values[at], offset)),
            3 => new($"{a.Text}.Triu()", at => Ops.Triu(a.Values[at])),
            4 => new($"Ops.Flip({a.Text}, [{List(dims)}])", at => Ops.Flip(a.Values[at], dims)),
            5 => new($"{a.Text}.Roll({offset}, {dim})", at => Ops.Roll(a.Values[at], offset, dim)),
            6 => new($"Ops.Roll({a.Text}, [{List(shifts)}], [{List(dims)}])", at => Ops.Roll(a.Values[at], shifts, dims)),
            7 => new($"{a.Text}.Tile({List(repeats)})", at => Ops.Tile(a.Values[at], repeats)),
            8 => new($"{a.Text}.Pad([{List(crops)}], 0.5)", at => Ops.Pad(a.Values[at], crops, 0.5)),
            9 => new($"{a.Text}.PadReflect({List(pads)})", at => Ops.PadReflect(a.Values[at], pads)),
            _ => new($"Ops.PadReplicate({a.Text}, [{List(pads)}])", at => Ops.PadReplicate(a.Values[at], pads)),
        };
    }
}
