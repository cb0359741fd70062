namespace TypedTensors.Tests.Agreement;

/// <content>Operations with two results.</content>
internal sealed partial class Expressions
{
    private Candidate Sorted()
    {
        Operand a = Pick();
        (int dim, int k) = (Axis(a.Rank), Size());
        return random.Next(6) switch
        {
            0 => new($"{a.Text}.Sort({dim}).Values", () => Ops.Sort(a.Value, dim).Values),
            1 => new($"Ops.Sort({a.Text}, descending: true).Values", () => Ops.Sort(a.Value, descending: true).Values),
            2 => new($"{a.Text}.TopK({k}, {dim}).Values", () => Ops.TopK(a.Value, k, dim).Values),
            3 => new($"{a.Text}.IndexSelect(0, Ops.TopK({a.Text}.Flatten(), {k}).Indices)", () => Ops.IndexSelect(a.Value, 0, Ops.TopK(Ops.Flatten(a.Value), k).Indices)),
            4 => new($"{a.Text}.MaxWithIndices({dim}).Values", () => Ops.MaxWithIndices(a.Value, dim).Values),
            _ => new($"Ops.MinWithIndices(x: {a.Text}, keepDims: true, dim: {dim}).Values", () => Ops.MinWithIndices(a.Value, dim, true).Values),
        };
    }
}
