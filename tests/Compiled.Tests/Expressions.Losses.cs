namespace TypedTensors.Tests.Compiled;

/// <content>Losses.</content>
internal sealed partial class Expressions
{
    private Candidate Lost()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        Reduction reduction = (Reduction)random.Next(3);
        string how = $"Reduction.{reduction}";
        return random.Next(6) switch
        {
            0 => new($"Ops.MseLoss({a.Text}, {b.Text}, {how})", at => Ops.MseLoss(a.Values[at], b.Values[at], reduction)),
            1 => new($"Ops.MseLoss(y: {a.Text} * 2.0, x: {a.Text}.Tanh(), reduction: {how})", at => Ops.MseLoss(Ops.Tanh(a.Values[at]), a.Values[at] * 2.0, reduction)),
            2 => new($"Ops.L1Loss({a.Text}, {b.Text}, {how})", at => L1(a.Values[at], b.Values[at], reduction)),
            3 => new($"Ops.BceWithLogits({a.Text}, {b.Text}.Sigmoid(), reduction: {how})", at => Ops.BceWithLogits(a.Values[at], Ops.Sigmoid(b.Values[at]), reduction: reduction)),
            4 => new($"Ops.BceWithLogits({a.Text}, {a.Text}.Sigmoid(), 2.0, 1.5, {how})", at => Ops.BceWithLogits(a.Values[at], Ops.Sigmoid(a.Values[at]), 2.0, 1.5, reduction)),
            _ => new($"Ops.BceWithLogits({a.Text}, {a.Text} * 0.5, 0.5, reduction: {how})", at => Ops.BceWithLogits(a.Values[at], a.Values[at] * 0.5, 0.5, reduction: reduction)),
        };
    }

    private static Tensor<double> L1(Tensor<double> x, Tensor<double> y, Reduction reduction)
    {
        Suitable.Apart(x, y);
        return Ops.L1Loss(x, y, reduction);
    }
}
