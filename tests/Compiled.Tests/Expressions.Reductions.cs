namespace TypedTensors.Tests.Compiled;

/// <content>Expressions that combine the elements along dimensions.</content>
internal sealed partial class Expressions
{
    private delegate Tensor<double> OverDimensions(Tensor<double> x, ReadOnlySpan<int> dim, bool keepDims);

    private Candidate Folded()
    {
        Operand a = Pick();
        if (random.Next(5) == 0)
            return Truth(a);
        if (random.Next(5) == 0)
            return Running(a);
        (string name, string rest, OverDimensions reduce) = random.Next(8) switch
        {
            0 => ("Min", "", (x, dim, keep) => Ops.Min(-Suitable.UniqueMaximum(-x, dim.ToArray()), dim, keep)),
            1 => ("Prod", "", Ops.Prod),
            2 => ("LogSumExp", "", Ops.LogSumExp),
            3 => ("Var", ", correction: 0", (x, dim, keep) => Ops.Var(x, dim, keep, 0)),
            4 => ("Std", ", correction: 0", (x, dim, keep) => Suitable.Divisor(Ops.Std(x, dim, keep, 0))),
            5 => ("Norm", "", (x, dim, keep) => Suitable.Divisor(Ops.Norm(x, 2, dim, keep))),
            6 => ("Norm", ", p: 3", (x, dim, keep) => Ops.Norm(Suitable.AwayFromZero(x), 3, dim, keep)),
            _ => ("Norm", ", p: 1", (OverDimensions)((x, dim, keep) => Ops.Norm(Suitable.AwayFromZero(x), 1, dim, keep))),
        };
        bool keep = random.Next(2) == 0;
        string keepText = keep ? "true" : "false";
        if (random.Next(4) == 0)
            return new($"Ops.{name}({a.Text}{rest})", at => reduce(a.Values[at], [], false));
        if (random.Next(2) == 0 && name != "Norm")
        {
            int dim = Axis(a.Rank);
            return new($"Ops.{name}({a.Text}, keepDims: {keepText}, dim: {dim}{rest})", at => reduce(a.Values[at], [dim], keep));
        }

        int[] dims = [.. Enumerable.Range(0, a.Rank).Where(_ => random.Next(2) == 0)];
        return new($"{a.Text}.{name}(dim: [{List(dims)}], keepDims: {keepText}{rest})", at => reduce(a.Values[at], dims, keep));
    }

    private Candidate Running(Operand a)
    {
        int dim = Axis(a.Rank);
        return random.Next(2) == 0
            ? new($"{a.Text}.CumSum({dim})", at => Ops.CumSum(a.Values[at], dim))
            : new($"Ops.CumProd(dim: {dim}, x: {a.Text})", at => Ops.CumProd(a.Values[at], dim));
    }

    /// <summary>A choice by a reduced condition.</summary>
    private Candidate Truth(Operand a)
    {
        int dim = Axis(a.Rank);
        (string condition, Func<int, Tensor<bool>> evaluate) = Comparison();
        return random.Next(3) switch
        {
            0 => new($"Ops.Where(({condition}).Any({dim}, keepDims: true), {a.Text}, 0.5)", at => Ops.Where(Ops.Any(evaluate(at), dim, true), a.Values[at], 0.5)),
            1 => new($"Ops.Where(Ops.All({condition}), 0.25, {a.Text})", at => Ops.Where(Ops.All(evaluate(at)), 0.25, a.Values[at])),
            _ => new(
                $"{a.Text}.Gather({dim}, {a.Text}.ArgMax({dim}, true))",
                at => Ops.Gather(a.Values[at], dim, Ops.ArgMax(Suitable.UniqueMaximum(a.Values[at], [dim]), dim, true))),
        };
    }
}
