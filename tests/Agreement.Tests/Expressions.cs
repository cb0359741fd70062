using System.Globalization;
using TypedTensors.UserOperations;

namespace TypedTensors.Tests.Agreement;

/// <summary>Random expressions over the variables of a program, in all forms in which an operation can be called.</summary>
internal sealed partial class Expressions(Random random, IReadOnlyList<Operand> operands)
{
    /// <summary>A new tensor of literal sizes.</summary>
    public Candidate Factory()
    {
        int[] sizes = operands.Count > 0 && random.Next(3) == 0 ? Related(Pick().Sizes) : Sizes();
        string list = string.Join(", ", sizes);
        return random.Next(3) switch
        {
            0 => new($"Tensor.Zeros<float>({list})", () => Tensor.Zeros<float>(sizes)),
            1 => new($"Tensor.Ones<float>([{list}])", () => Tensor.Ones<float>(sizes)),
            _ => new($"Tensor.Full<float>(0.5f, {list})".Replace(", )", ")"), () => Tensor.Full(0.5f, sizes)),
        };
    }

    /// <summary>An operation on variables.</summary>
    public Candidate Operation() => random.Next(43) switch
    {
        0 or 1 or 2 => Binary(),
        3 => Scalar(),
        4 => Unary(),
        5 => Selection(),
        6 or 7 or 8 => MatMul(),
        9 => Transposed(),
        10 => Permuted(),
        11 or 12 => Reshaped(),
        13 => Expanded(),
        14 or 15 => Sliced(),
        16 => Cat(),
        17 => Stacked(),
        18 or 19 => Reduced(),
        20 => Normalized(),
        21 => Unsqueezed(),
        22 => Flattened(),
        23 => OfAnotherAssembly(),
        24 or 25 => Moved(),
        26 or 27 => Indexed(),
        28 or 29 => Function(),
        30 or 31 => Folded(),
        32 or 33 => Product(),
        34 or 35 => Convolved(),
        36 => Sorted(),
        37 => Lost(),
        38 or 39 => BroughtToOneScale(),
        40 or 41 => Decomposed(),
        _ => CrossEntropy(),
    };

    private Candidate Binary()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(8) switch
        {
            0 => new($"{a.Text} + {b.Text}", () => a.Value + b.Value),
            1 => new($"{a.Text} - {b.Text}", () => a.Value - b.Value),
            2 => new($"{a.Text} * {b.Text}", () => a.Value * b.Value),
            3 => new($"{a.Text} / {b.Text}", () => a.Value / b.Value),
            4 => new($"Ops.Add({a.Text}, {b.Text})", () => a.Value + b.Value),
            5 => new($"Ops.Multiply(right: {b.Text}, left: {a.Text})", () => a.Value * b.Value),
            6 => new($"Ops.Subtract({a.Text}, right: {b.Text})", () => a.Value - b.Value),
            _ => new($"Ops.Power({a.Text}, {b.Text})", () => Ops.Power(a.Value, b.Value)),
        };
    }

    private Candidate Scalar()
    {
        Operand a = Pick();
        return random.Next(3) switch
        {
            0 => new($"2f * {a.Text}", () => 2f * a.Value),
            1 => new($"{a.Text} + 1f", () => a.Value + 1f),
            _ => new($"1f - {a.Text}", () => 1f - a.Value),
        };
    }

    private Candidate Unary()
    {
        Operand a = Pick();
        return random.Next(8) switch
        {
            0 => new($"-{a.Text}", () => -a.Value),
            1 => new($"Ops.Exp({a.Text})", () => Ops.Exp(a.Value)),
            2 => new($"{a.Text}.Tanh()", () => Ops.Tanh(a.Value)),
            3 => new($"Ops.Relu({a.Text})", () => Ops.Relu(a.Value)),
            4 => new($"{a.Text}.Sigmoid()", () => Ops.Sigmoid(a.Value)),
            5 => new($"Ops.Sqrt(x: {a.Text})", () => Ops.Sqrt(a.Value)),
            6 => new($"{a.Text}.Log()", () => Ops.Log(a.Value)),
            _ => new($"Ops.Negate({a.Text})", () => -a.Value),
        };
    }

    private Candidate Selection()
    {
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        return random.Next(3) switch
        {
            0 => new($"Ops.Where({a.Text} < {b.Text}, {b.Text}, {c.Text})", () => Ops.Where(a.Value < b.Value, b.Value, c.Value)),
            1 => new($"Ops.Where(Ops.Eq({a.Text}, {b.Text}), {a.Text}, {c.Text})", () => Ops.Where(Ops.Eq(a.Value, b.Value), a.Value, c.Value)),
            _ => new($"Ops.Where({a.Text} >= {b.Text}, {a.Text}, {a.Text})", () => Ops.Where(a.Value >= b.Value, a.Value, a.Value)),
        };
    }

    private Candidate MatMul()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(3) switch
        {
            0 => new($"{a.Text}.MatMul({b.Text})", () => a.Value.MatMul(b.Value)),
            1 => new($"Ops.MatMul({a.Text}, {b.Text})", () => a.Value.MatMul(b.Value)),
            _ => new($"{a.Text}.MatMul({b.Text}.T)", () => a.Value.MatMul(b.Value.T)),
        };
    }

    /// <summary>Operations that a user's assembly declares.</summary>
    private Candidate OfAnotherAssembly()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        return random.Next(3) == 0
            ? new($"{a.Text}.Softsign()", () => a.Value.Softsign())
            : new($"OuterOperation.OuterOfRows({a.Text}, {b.Text})", () => OuterOperation.OuterOfRows(a.Value, b.Value));
    }

    private Operand Pick() => operands[random.Next(Math.Max(0, operands.Count - 6), operands.Count)];

    private int Size() => random.Next(20) == 0 ? 0 : random.Next(1, 5);

    private int[] Sizes()
    {
        int[] sizes = new int[random.Next(0, 5)];
        for (int i = 0; i < sizes.Length; i++)
            sizes[i] = Size();
        return sizes;
    }

    /// <summary>A shape that has something to do with another one, so that operations on both often fit.</summary>
    private int[] Related(int[] sizes)
    {
        int[] related = [.. sizes];
        if (related.Length > 0 && random.Next(2) == 0)
            related[random.Next(related.Length)] = 1;
        if (related.Length > 0 && random.Next(3) == 0)
            related = related[1..];
        if (random.Next(4) == 0)
            Array.Reverse(related);
        return related;
    }

    private int Axis(int rank) => random.Next(12) == 0 ? random.Next(-rank - 2, rank + 2) : random.Next(-rank, Math.Max(1, rank));

    private static string List(IEnumerable<int> values) =>
        string.Join(", ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
