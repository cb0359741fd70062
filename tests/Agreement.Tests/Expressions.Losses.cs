namespace TypedTensors.Tests.Agreement;

/// <content>Losses.</content>
internal sealed partial class Expressions
{
    private Candidate Lost()
    {
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        Reduction reduction = (Reduction)random.Next(random.Next(12) == 0 ? 4 : 3);
        string how = reduction <= Reduction.None ? $"Reduction.{reduction}" : "(Reduction)3";
        (Func<Tensor<int>> targets, string target) = Targets(a);
        int[] classes = random.Next(4) == 0 || a.Rank == 0 ? Sizes() : [a.Sizes[Math.Min(1, a.Rank - 1)]];
        string weight = $"Tensor.Ones<float>([{List(classes)}])";
        return random.Next(9) switch
        {
            0 => new($"Ops.MseLoss({a.Text}, {b.Text}, {how})", () => Ops.MseLoss(a.Value, b.Value, reduction)),
            1 => new($"Ops.MseLoss({a.Text}, {a.Text} * 2f, reduction: {how})", () => Ops.MseLoss(a.Value, a.Value * 2f, reduction)),
            2 => new($"Ops.L1Loss(y: {b.Text}, x: {a.Text})", () => Ops.L1Loss(a.Value, b.Value)),
            3 => new($"Ops.BceWithLogits({a.Text}, {a.Text}, {b.Text}, reduction: {how})", () => Ops.BceWithLogits(a.Value, a.Value, b.Value, reduction: reduction)),
            4 => new($"Ops.BceWithLogits({a.Text}, {b.Text}, 1, {c.Text}, {how})", () => Ops.BceWithLogits(a.Value, b.Value, 1, c.Value, reduction)),
            5 => new($"Ops.NllLoss({a.Text}, {target}, {how})", () => Ops.NllLoss(a.Value, targets(), reduction)),
            6 => new($"Ops.NllLoss({a.Text}, {target}, {weight})", () => Ops.NllLoss(a.Value, targets(), Tensor.Ones<float>(classes))),
            7 => new($"Ops.CrossEntropy({a.Text}, {target}, {how}, 0)", () => Ops.CrossEntropy(a.Value, targets(), reduction, 0)),
            _ => new($"Ops.CrossEntropy({a.Text}, {target}, {weight}, {how})", () => Ops.CrossEntropy(a.Value, targets(), Tensor.Ones<float>(classes), reduction)),
        };
    }

    /// <summary>Classes whose shape mostly fits.</summary>
    private (Func<Tensor<int>> Value, string Text) Targets(Operand scores)
    {
        List<int> sizes = [.. scores.Sizes];
        if (sizes.Count > 0)
            sizes.RemoveAt(Math.Min(1, sizes.Count - 1));
        if (sizes.Count > 0 && random.Next(5) == 0)
            sizes[random.Next(sizes.Count)] = Size();
        if (random.Next(8) == 0)
            sizes.Add(2);
        int[] target = [.. sizes];
        return (() => Tensor.Zeros<int>(target), $"Tensor.Zeros<int>({List(target)})");
    }
}
