namespace TypedTensors.Tests.Agreement;

/// <content>Expressions that combine the elements along dimensions.</content>
internal sealed partial class Expressions
{
    private delegate Tensor<float> OverDimensions(Tensor<float> x, ReadOnlySpan<int> dim, bool keepDims);

    private Candidate Folded()
    {
        Operand a = Pick();
        (string name, OverDimensions reduce) = random.Next(6) switch
        {
            0 => ("Min", (OverDimensions)Ops.Min),
            1 => ("Prod", Ops.Prod),
            2 => ("LogSumExp", Ops.LogSumExp),
            3 => ("Var", (x, dim, keep) => Ops.Var(x, dim, keep)),
            4 => ("Std", (x, dim, keep) => Ops.Std(x, dim, keep)),
            _ => ("Norm", (x, dim, keep) => Ops.Norm(x, 2, dim, keep)),
        };
        if (random.Next(3) == 0)
            return random.Next(2) == 0 ? Truth(a) : Position(a);
        if (random.Next(6) == 0)
            return Running(a);
        bool keep = random.Next(2) == 0;
        string keepText = keep ? "true" : "false";
        if (random.Next(4) == 0)
            return new($"{a.Text}.{name}()", () => reduce(a.Value, [], false));
        if (random.Next(2) == 0)
        {
            int dim = Axis(a.Rank);
            return name == "Norm"
                ? new($"{a.Text}.Norm(2, {dim}, {keepText})", () => reduce(a.Value, [dim], keep))
                : new($"Ops.{name}({a.Text}, keepDims: {keepText}, dim: {dim})", () => reduce(a.Value, [dim], keep));
        }

        int[] dims = SomeAxes(a.Rank);
        return new($"{a.Text}.{name}(dim: [{List(dims)}], keepDims: {keepText})", () => reduce(a.Value, dims, keep));
    }

    private Candidate Running(Operand a)
    {
        int dim = Axis(a.Rank);
        return random.Next(2) == 0
            ? new($"{a.Text}.CumSum({dim})", () => Ops.CumSum(a.Value, dim))
            : new($"Ops.CumProd(dim: {dim}, x: {a.Text})", () => Ops.CumProd(a.Value, dim));
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

    /// <summary>The elements at the positions of the extreme ones.</summary>
    private Candidate Position(Operand a)
    {
        int dim = Axis(a.Rank);
        return random.Next(3) switch
        {
            0 => new($"{a.Text}.Gather({dim}, {a.Text}.ArgMax({dim}, keepDims: true))", () => Ops.Gather(a.Value, dim, Ops.ArgMax(a.Value, dim, true))),
            1 => new($"Ops.Where(Ops.ArgMin({a.Text}, {dim}).Eq(0L), 1f, 0f)", () => Ops.Where(Ops.ArgMin(a.Value, dim).Eq(0L), 1f, 0f)),
            _ => new(
                $"{a.Text}.Flatten().IndexSelect(0, {a.Text}.ArgMax().Unsqueeze(0))",
                () => Ops.IndexSelect(Ops.Flatten(a.Value), 0, Ops.Unsqueeze(Ops.ArgMax(a.Value), 0))),
        };
    }

    private int[] SomeAxes(int rank)
    {
        int[] dims = [.. Enumerable.Range(0, rank).Where(_ => random.Next(2) == 0)];
        return random.Next(8) == 0 ? [.. dims, Axis(rank)] : dims;
    }
}
