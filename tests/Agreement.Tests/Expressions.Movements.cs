namespace TypedTensors.Tests.Agreement;

/// <content>Expressions that move elements.</content>
internal sealed partial class Expressions
{
    private Candidate Moved()
    {
        Operand a = Pick();
        int rank = a.Rank;
        (int offset, int dim1, int dim2) = (random.Next(-2, 3), Axis(rank), Axis(rank));
        int[] dims = [.. Enumerable.Range(0, rank).Where(_ => random.Next(2) == 0).Select(axis => random.Next(2) == 0 ? axis : axis - rank)];
        if (random.Next(8) == 0)
            dims = [.. dims, Axis(rank)];
        int[] shifts = [.. Enumerable.Range(0, random.Next(10) == 0 ? dims.Length + 1 : dims.Length).Select(_ => random.Next(-4, 5))];
        int[] repeats = [.. Enumerable.Range(0, random.Next(Math.Min(4, rank + 2))).Select(_ => random.Next(12) == 0 ? random.Next(-1, 1) : random.Next(1, 3))];
        switch (random.Next(9))
        {
            case 0:
                return random.Next(2) == 0
                    ? new($"{a.Text}.Diagonal({offset}, {dim1}, {dim2})", () => Ops.Diagonal(a.Value, offset, dim1, dim2))
                    : new($"Ops.Diagonal({a.Text}, dim2: {dim2}, dim1: {dim1})", () => Ops.Diagonal(a.Value, 0, dim1, dim2));
            case 1:
                return new($"{a.Text}.Trace()", () => Ops.Trace(a.Value));
            case 2:
                return random.Next(2) == 0
                    ? new($"Ops.Tril({a.Text}, {offset})", () => Ops.Tril(a.Value, offset))
                    : new($"{a.Text}.Triu()", () => Ops.Triu(a.Value));
            case 3:
                return new($"Ops.Flip({a.Text}, [{List(dims)}])", () => Ops.Flip(a.Value, dims));
            case 4:
                return random.Next(2) == 0
                    ? new($"{a.Text}.Roll({offset}, {dim1})", () => Ops.Roll(a.Value, offset, dim1))
                    : new($"Ops.Roll({a.Text}, [{List(shifts)}], [{List(dims)}])", () => Ops.Roll(a.Value, shifts, dims));
            case 5:
                return new($"{a.Text}.Tile({List(repeats)})", () => Ops.Tile(a.Value, repeats));
            case 6:
                return new($"Ops.View({a.Text}.Contiguous(), -1)", () => Ops.View(a.Value.Contiguous(), -1));
            default:
                return Padded(a);
        }
    }

    private Candidate Padded(Operand a)
    {
        int kind = random.Next(4);
        int count = random.Next(10) == 0 ? a.Rank + 1 : random.Next(a.Rank + 1);
        int[] pads = [.. Enumerable.Range(0, random.Next(16) == 0 ? 3 : 2 * count).Select(_ => random.Next(kind < 2 || random.Next(12) == 0 ? -1 : 0, 3))];
        return kind switch
        {
            0 => new($"Ops.Pad({a.Text}, [{List(pads)}])", () => Ops.Pad(a.Value, pads)),
            1 => new($"{a.Text}.Pad([{List(pads)}], 0.5f)", () => Ops.Pad(a.Value, pads, 0.5f)),
            2 => new($"{a.Text}.PadReflect({List(pads)})", () => Ops.PadReflect(a.Value, pads)),
            _ => new($"Ops.PadReplicate({a.Text}, [{List(pads)}])", () => Ops.PadReplicate(a.Value, pads)),
        };
    }
}
