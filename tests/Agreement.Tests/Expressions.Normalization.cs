namespace TypedTensors.Tests.Agreement;

/// <content>Normalizations, attention and dropout.</content>
internal sealed partial class Expressions
{
    private Candidate BroughtToOneScale()
    {
        (Operand a, Operand b, Operand c) = (Pick(), Pick(), Pick());
        int dim = Axis(a.Rank), groups = random.Next(12) == 0 ? random.Next(-1, 1) : random.Next(1, 3);
        int[] dims = [-1, random.Next(3)];
        int[] channels = random.Next(4) == 0 || a.Rank < 2 ? Sizes() : [a.Sizes[1]];
        string numbers = $"Tensor.Ones<float>([{List(channels)}])";
        Tensor<float> Numbers() => Tensor.Ones<float>(channels);
        (int rows, int columns) = a.Rank < 2 || b.Rank < 2 || random.Next(4) == 0 ? (Size(), Size()) : (a.Sizes[^2], b.Sizes[^2]);
        return random.Next(12) switch
        {
            0 => new($"Ops.LayerNorm({a.Text}, {dim})", () => Ops.LayerNorm(a.Value, dim)),
            1 => new($"{a.Text}.LayerNorm({b.Text}, {dim})", () => a.Value.LayerNorm(b.Value, dim)),
            2 => new($"Ops.LayerNorm({a.Text}, {b.Text}, bias: {b.Text}, dim: [{List(dims)}])", () => Ops.LayerNorm(a.Value, b.Value, b.Value, dims)),
            3 => new($"{a.Text}.GroupNorm({groups})", () => Ops.GroupNorm(a.Value, groups)),
            4 => new($"Ops.GroupNorm({a.Text}, {numbers}, {groups}, eps: 0.1)", () => Ops.GroupNorm(a.Value, Numbers(), groups)),
            5 => new($"Ops.BatchNorm({a.Text})", () => Ops.BatchNorm(a.Value)),
            6 => new($"{a.Text}.BatchNorm({numbers}, {numbers})", () => Ops.BatchNorm(a.Value, Numbers(), Numbers())),
            7 => new($"Ops.BatchNormInference({a.Text}, {numbers}, {numbers}, {numbers}, {numbers})", () => Ops.BatchNormInference(a.Value, Numbers(), Numbers(), Numbers(), Numbers())),
            8 => new($"{a.Text}.BatchStatistics().Variance", () => Ops.BatchStatistics(a.Value).Variance),
            10 => new($"{a.Text}.Dropout({b.Text} < 1f, 0.25)", () => a.Value.Dropout(b.Value < 1f, 0.25)),
            9 => new($"Ops.ScaledDotProductAttention({a.Text}, {b.Text}, {b.Text})", () => Ops.ScaledDotProductAttention(a.Value, b.Value, b.Value)),
            _ => new(
                $"Ops.ScaledDotProductAttention({a.Text}, {b.Text}, {c.Text}, Tensor.Zeros<bool>({rows}, {columns}), causal: true)",
                () => Ops.ScaledDotProductAttention(a.Value, b.Value, c.Value, Tensor.Zeros<bool>(rows, columns), true)),
        };
    }
}
