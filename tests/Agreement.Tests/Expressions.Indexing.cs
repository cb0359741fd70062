namespace TypedTensors.Tests.Agreement;

/// <content>Expressions with indices and masks.</content>
internal sealed partial class Expressions
{
    private Candidate Indexed()
    {
        (Operand a, Operand b) = (Pick(), Pick());
        int dim = Axis(a.Rank);
        int[] inside = random.Next(8) == 0 ? Sizes() : [.. a.Sizes.Select(size => random.Next(10) == 0 ? size + 1 : random.Next(3) == 0 ? random.Next(size + 1) : size)];
        int[] list = random.Next(8) == 0 ? Sizes() : [Size()];
        Tensor<int> index = Tensor.Zeros<int>(inside), vector = Tensor.Zeros<int>(list);
        string indexText = $"Tensor.Zeros<int>({List(inside)})", vectorText = $"Tensor.Zeros<int>({List(list)})";
        return random.Next(8) switch
        {
            0 => new($"Ops.IndexSelect({a.Text}, {dim}, {vectorText})", () => Ops.IndexSelect(a.Value, dim, vector)),
            1 => new($"{a.Text}.IndexSelect(index: {vectorText}, dim: {dim})", () => Ops.IndexSelect(a.Value, dim, vector)),
            2 => new($"{a.Text}.Gather({dim}, {indexText})", () => Ops.Gather(a.Value, dim, index)),
            3 => new($"Ops.Scatter({a.Text}, {dim}, {indexText}, {a.Text})", () => Ops.Scatter(a.Value, dim, index, a.Value)),
            4 => new($"{a.Text}.ScatterAdd({dim}, {indexText}, {b.Text})", () => Ops.ScatterAdd(a.Value, dim, index, b.Value)),
            5 => new($"Ops.Embedding({indexText}, {b.Text})", () => Ops.Embedding(index, b.Value)),
            6 => new($"Ops.OneHot<float>({vectorText}, {dim + 8})", () => Ops.OneHot<float>(vector, dim + 8)),
            _ => new($"{a.Text}.MaskedFill({a.Text} < {b.Text}, 0.5f)", () => Ops.MaskedFill(a.Value, a.Value < b.Value, 0.5f)),
        };
    }
}
