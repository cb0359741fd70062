using System.Globalization;
using TypedTensors.UserOperations;

namespace TypedTensors.Tests.Compiled;

/// <summary>Random expressions over the tensors of a program, in all forms in which an operation can be called.</summary>
/// <param name="random">The source of all choices.</param>
/// <param name="operands">The tensors.</param>
/// <param name="masks">The conditions.</param>
/// <param name="factor">A number that the program takes as an argument; null when it takes none.</param>
internal sealed partial class Expressions(Random random, IReadOnlyList<Operand> operands, IReadOnlyList<Mask> masks, Number? factor)
{
    /// <summary>An expression; evaluating it may throw because it does not fit.</summary>
    public Candidate Next() => random.Next(42) switch
    {
        0 or 1 or 2 or 3 => Binary(),
        4 or 5 => WithNumber(),
        6 or 7 => Unary(),
        8 or 9 => Selection(),
        10 or 11 or 12 => MatMul(),
        13 => Transposed(),
        14 => Permuted(),
        15 => Reshaped(),
        16 => Expanded(),
        17 => Sliced(),
        18 => Cat(),
        19 => Stacked(),
        20 or 21 => Reduced(),
        22 => Normalized(),
        23 => Unsqueezed(),
        24 => Flattened(),
        25 => OfUser(),
        26 or 27 => Moved(),
        28 => Masked(),
        29 or 30 => Function(),
        31 or 32 => Folded(),
        33 or 34 => Product(),
        35 or 36 => Convolved(),
        37 => Sorted(),
        38 => Lost(),
        39 or 40 => BroughtToOneScale(),
        _ => Composed(),
    };

    /// <summary>A comparison.</summary>
    public (string Text, Func<int, Tensor<bool>> Evaluate) Comparison()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        void Check(int at) => Suitable.Apart(a.Values[at], b.Values[at]);
        return random.Next(8) switch
        {
            0 => ($"{a.Text} < {b.Text}", at => Checked(at, () => a.Values[at] < b.Values[at])),
            1 => ($"{a.Text} > {b.Text}", at => Checked(at, () => a.Values[at] > b.Values[at])),
            2 => ($"{a.Text} <= {b.Text}", at => Checked(at, () => a.Values[at] <= b.Values[at])),
            3 => ($"Ops.GreaterOrEqual({a.Text}, {b.Text})", at => Checked(at, () => a.Values[at] >= b.Values[at])),
            4 => ($"Ops.Ne({a.Text}, {b.Text})", at => Checked(at, () => Ops.Ne(a.Values[at], b.Values[at]))),
            5 => ($"{a.Text}.Eq({b.Text})", at => Checked(at, () => Ops.Eq(a.Values[at], b.Values[at]))),
            6 => ($"{a.Text} > 0.0", at => Suitable.AwayFromZero(a.Values[at]) > 0.0),
            _ => ($"0.5 >= {a.Text}", at => 0.5 >= Suitable.AwayFromZero(a.Values[at] - 0.5) + 0.5),
        };

        Tensor<bool> Checked(int at, Func<Tensor<bool>> compare)
        {
            Check(at);
            return compare();
        }
    }

    private Candidate Binary()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(10) switch
        {
            0 or 1 => new($"{a.Text} + {b.Text}", at => a.Values[at] + b.Values[at]),
            2 => new($"{a.Text} - {b.Text}", at => a.Values[at] - b.Values[at]),
            3 or 4 => new($"{a.Text} * {b.Text}", at => a.Values[at] * b.Values[at]),
            5 => new($"{a.Text} / {b.Text}", at => a.Values[at] / Suitable.Divisor(b.Values[at])),
            6 => new($"Ops.Add({a.Text}, {b.Text})", at => a.Values[at] + b.Values[at]),
            7 => new($"Ops.Multiply(right: {b.Text}, left: {a.Text})", at => a.Values[at] * b.Values[at]),
            8 => new($"Ops.Subtract({a.Text}, right: {b.Text})", at => a.Values[at] - b.Values[at]),
            _ => new($"Ops.Power({a.Text}, {b.Text})", at => Ops.Power(Suitable.Positive(a.Values[at]), b.Values[at])),
        };
    }

    private Candidate WithNumber()
    {
        Operand a = Pick();
        Number c = factor is not null && random.Next(2) == 0 ? factor : Literal();
        return random.Next(9) switch
        {
            0 => new($"{c.Text} * {a.Text}", at => c.Value * a.Values[at]),
            1 => new($"{a.Text} + {c.Text}", at => a.Values[at] + c.Value),
            2 => new($"{c.Text} - {a.Text}", at => c.Value - a.Values[at]),
            3 => new($"{a.Text} / {c.Text}", at => a.Values[at] / c.Value),
            4 => new($"{c.Text} / {a.Text}", at => c.Value / Suitable.Divisor(a.Values[at])),
            5 => new($"Ops.Power({a.Text}, {c.Text})", at => Ops.Power(Suitable.Positive(a.Values[at]), c.Value)),
            6 => new($"Ops.Power({c.Text}, {a.Text})", at => Ops.Power(c.Value, a.Values[at])),
            7 => new($"{a.Text} * ({c.Text} / 2.0)", at => a.Values[at] * (c.Value / 2.0)),
            _ => new($"{a.Text} - {c.Text}", at => a.Values[at] - c.Value),
        };
    }

    private Candidate Unary()
    {
        Operand a = Pick();
        return random.Next(8) switch
        {
            0 => new($"-{a.Text}", at => -a.Values[at]),
            1 => new($"Ops.Exp({a.Text})", at => Ops.Exp(Suitable.Below(a.Values[at], 3))),
            2 => new($"{a.Text}.Tanh()", at => Ops.Tanh(a.Values[at])),
            3 => new($"Ops.Relu({a.Text})", at => Ops.Relu(Suitable.AwayFromZero(a.Values[at]))),
            4 => new($"{a.Text}.Sigmoid()", at => Ops.Sigmoid(a.Values[at])),
            5 => new($"Ops.Sqrt(x: {a.Text})", at => Ops.Sqrt(Suitable.Positive(a.Values[at]))),
            6 => new($"{a.Text}.Log()", at => Ops.Log(Suitable.Positive(a.Values[at]))),
            _ => new($"Ops.Negate({a.Text})", at => -a.Values[at]),
        };
    }

    private Candidate Selection()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        (string condition, Func<int, Tensor<bool>> evaluate) = Comparison();
        if (masks.Count > 0 && random.Next(3) > 0)
        {
            Mask mask = masks[random.Next(masks.Count)];
            (condition, evaluate) = (mask.Text, at => mask.Values[at]);
        }

        Number c = Literal();
        return random.Next(5) switch
        {
            0 => new($"Ops.Where({condition}, {a.Text}, {c.Text})", at => Ops.Where(evaluate(at), a.Values[at], c.Value)),
            1 => new($"Ops.Where({condition}, {c.Text}, {b.Text})", at => Ops.Where(evaluate(at), c.Value, b.Values[at])),
            2 => new($"Ops.Where(b: {b.Text}, a: {a.Text}, condition: {condition})", at => Ops.Where(evaluate(at), a.Values[at], b.Values[at])),
            _ => new($"Ops.Where({condition}, {a.Text}, {b.Text})", at => Ops.Where(evaluate(at), a.Values[at], b.Values[at])),
        };
    }

    private Candidate MatMul()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(5) switch
        {
            0 => new($"{a.Text}.MatMul({b.Text})", at => a.Values[at].MatMul(b.Values[at])),
            1 => new($"Ops.MatMul({a.Text}, {b.Text})", at => a.Values[at].MatMul(b.Values[at])),
            2 => new($"{a.Text}.T.MatMul({b.Text})", at => a.Values[at].T.MatMul(b.Values[at])),
            _ => new($"{a.Text}.MatMul({b.Text}.T)", at => a.Values[at].MatMul(b.Values[at].T)),
        };
    }

    /// <summary>A user's operations.</summary>
    private Candidate OfUser()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(2) == 0
            ? new($"{a.Text}.Softsign()", at => Suitable.AwayFromZero(a.Values[at]).Softsign())
            : new($"OuterOperation.OuterOfRows({a.Text}, {b.Text})", at => OuterOperation.OuterOfRows(a.Values[at], b.Values[at]));
    }

    /// <summary>Several operations in one expression, as people write them.</summary>
    private Candidate Composed()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(5) switch
        {
            0 => new($"{a.Text} * {a.Text} + 0.5", at => (a.Values[at] * a.Values[at]) + 0.5),
            1 => new($"({a.Text} + {b.Text}) * ({a.Text} - {b.Text})", at => (a.Values[at] + b.Values[at]) * (a.Values[at] - b.Values[at])),
            2 => new($"({a.Text}.MatMul({b.Text}) + {a.Text}.MatMul({b.Text})).Tanh()", at => Ops.Tanh(a.Values[at].MatMul(b.Values[at]) * 2.0)),
            3 => new($"({a.Text} - {a.Text}.Mean(-1, keepDims: true)) * 0.5", at => (a.Values[at] - Ops.Mean(a.Values[at], -1, true)) * 0.5),
            _ => new($"Ops.Tanh({a.Text}) / (1.5 + Ops.Sigmoid({b.Text}))", at => Ops.Tanh(a.Values[at]) / (1.5 + Ops.Sigmoid(b.Values[at]))),
        };
    }

    private Number Literal() => Number.Of(random.Next(1, 9) / 4.0);

    /// <summary>A tensor, among the last ones more often.</summary>
    public Operand Pick() => operands[random.Next(2) == 0 ? random.Next(operands.Count) : random.Next(Math.Max(0, operands.Count - 4), operands.Count)];

    private int Axis(int rank) => random.Next(-rank, Math.Max(1, rank));

    private static string List(IEnumerable<int> values) => string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A number in a program.</summary>
/// <param name="Text">How it is written.</param>
/// <param name="Value">Its value.</param>
internal sealed record Number(string Text, double Value)
{
    public static Number Of(double value) => new(value.ToString("0.0##", CultureInfo.InvariantCulture), value);
}
