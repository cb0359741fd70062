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
        (string name, OverDimensions reduce) = random.Next(2) switch
        {
            0 => ("Min", (x, dim, keep) => Ops.Min(-Suitable.UniqueMaximum(-x, dim.ToArray()), dim, keep)),
            _ => ("Prod", (OverDimensions)Ops.Prod),
        };
        bool keep = random.Next(2) == 0;
        string keepText = keep ? "true" : "false";
        if (random.Next(4) == 0)
            return new($"{a.Text}.{name}()", at => reduce(a.Values[at], [], false));
        if (random.Next(2) == 0)
        {
            int dim = Axis(a.Rank);
            return new($"Ops.{name}({a.Text}, keepDims: {keepText}, dim: {dim})", at => reduce(a.Values[at], [dim], keep));
        }

        int[] dims = [.. Enumerable.Range(0, a.Rank).Where(_ => random.Next(2) == 0)];
        return new($"{a.Text}.{name}([{List(dims)}], {keepText})", at => reduce(a.Values[at], dims, keep));
    }

    /// <summary>A choice by a reduced condition.</summary>
    private Candidate Truth(Operand a)
    {
        int dim = Axis(a.Rank);
        (string condition, Func<int, Tensor<bool>> evaluate) = Comparison();
        return random.Next(2) == 0
            ? new($"Ops.Where(({condition}).Any({dim}, keepDims: true), {a.Text}, 0.5)", at => Ops.Where(Ops.Any(evaluate(at), dim, true), a.Values[at], 0.5))
            : new($"Ops.Where(Ops.All({condition}), 0.25, {a.Text})", at => Ops.Where(Ops.All(evaluate(at)), 0.25, a.Values[at]));
    }
}
