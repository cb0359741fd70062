namespace TypedTensors.Tests.Compiled;

/// <content>Operations with two results.</content>
internal sealed partial class Expressions
{
    private Candidate Sorted()
    {
        Operand a = Pick();
        int dim = Axis(a.Rank);
        Tensor<double> Distinct(int at) => Suitable.Distinct(a.Values[at], dim);
        return random.Next(6) switch
        {
            0 => new($"{a.Text}.Sort({dim}).Values", at => Ops.Sort(Distinct(at), dim).Values),
            1 => new($"Ops.Sort({a.Text}, {dim}, descending: true).Values", at => Ops.Sort(Distinct(at), dim, true).Values),
            2 => new($"{a.Text}.TopK(1, {dim}).Values", at => Ops.TopK(Distinct(at), 1, dim).Values),
            3 => new($"{a.Text}.MaxWithIndices({dim}).Values", at => Ops.MaxWithIndices(Distinct(at), dim).Values),
            4 => new($"Ops.MinWithIndices({a.Text}, {dim}, keepDims: true).Values", at => Ops.MinWithIndices(Distinct(at), dim, true).Values),
            _ => new($"Ops.Sort({a.Text}, {dim}).Values * Ops.Sort({a.Text}, {dim}).Indices.To<double>()", at => Ops.Sort(Distinct(at), dim) switch { var sorted => sorted.Values * sorted.Indices.To<double>() }),
        };
    }
}
