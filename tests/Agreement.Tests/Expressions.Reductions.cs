namespace TypedTensors.Tests.Agreement;

/// <content>Expressions that combine the elements along dimensions.</content>
internal sealed partial class Expressions
{
    private delegate Tensor<float> OverDimensions(Tensor<float> x, ReadOnlySpan<int> dim, bool keepDims);

    private Candidate Folded()
    {
        Operand a = Pick();
        (string name, OverDimensions reduce) = random.Next(2) switch
        {
            0 => ("Min", (OverDimensions)Ops.Min),
            _ => ("Prod", Ops.Prod),
        };
        if (random.Next(4) == 0)
            return Truth(a);
        bool keep = random.Next(2) == 0;
        string keepText = keep ? "true" : "false";
        if (random.Next(4) == 0)
            return new($"{a.Text}.{name}()", () => reduce(a.Value, [], false));
        if (random.Next(2) == 0)
        {
            int dim = Axis(a.Rank);
            return new($"Ops.{name}({a.Text}, keepDims: {keepText}, dim: {dim})", () => reduce(a.Value, [dim], keep));
        }

        int[] dims = SomeAxes(a.Rank);
        return new($"{a.Text}.{name}([{List(dims)}], {keepText})", () => reduce(a.Value, dims, keep));
    }

    /// <summary>A choice by a reduced condition.</summary>
    private Candidate Truth(Operand a)
    {
        int dim = Axis(a.Rank);
        int[] dims = SomeAxes(a.Rank);
        return random.Next(3) switch
        {
            0 => new($"Ops.Where(({a.Text} > 0.5f).All({dim}), {a.Text}, 0f)", () => Ops.Where(Ops.All(a.Value > 0.5f, dim), a.Value, 0f)),
            1 => new($"Ops.Where(Ops.Any({a.Text} > 0.5f), {a.Text}, 1f)", () => Ops.Where(Ops.Any(a.Value > 0.5f), a.Value, 1f)),
            _ => new($"Ops.Where(Ops.Any({a.Text} > 0.5f, [{List(dims)}], true), {a.Text}, 1f)", () => Ops.Where(Ops.Any(a.Value > 0.5f, dims, true), a.Value, 1f)),
        };
    }

    private int[] SomeAxes(int rank)
    {
        int[] dims = [.. Enumerable.Range(0, rank).Where(_ => random.Next(2) == 0)];
        return random.Next(8) == 0 ? [.. dims, Axis(rank)] : dims;
    }
}
