namespace TypedTensors.Tests.Compiled;

/// <content>Normalizations, attention and dropout.</content>
internal sealed partial class Expressions
{
    private Candidate BroughtToOneScale()
    {
        // Matrices in every declaration, in which a pack of dimensions may stand for more: two vectors make a batch, and one has a number for each channel.
        (Operand a, Operand b) = (Pick(), Pick());
        string batch = $"Ops.Outer({a.Text}.Flatten(), {b.Text}.Flatten())", numbers = $"{b.Text}.Flatten()";
        Tensor<double> Batch(int at) => Ops.Outer(Ops.Flatten(a.Values[at]), Numbers(at));
        Tensor<double> Numbers(int at) => Ops.Flatten(b.Values[at]);
        Tensor<double> Signed(int at) => Suitable.AwayFromZero(Numbers(at));
        return random.Next(10) switch
        {
            0 => new($"Ops.LayerNorm({batch}, {numbers}, {numbers}, eps: 0.1)", at => Ops.LayerNorm(Batch(at), Numbers(at), Numbers(at), eps: 0.1)),
            1 => new($"{batch}.LayerNorm([0, 1], eps: 0.1)", at => Ops.LayerNorm(Batch(at), [0, 1], 0.1)),
            2 => new($"Ops.GroupNorm({batch}, {numbers}, 1, 0.1)", at => Ops.GroupNorm(Batch(at), Numbers(at), 1, 0.1)),
            3 => new($"{batch}.BatchNorm({numbers}, {numbers}, 0.1)", at => Ops.BatchNorm(Batch(at), Numbers(at), Numbers(at), 0.1)),
            4 => new($"Ops.BatchNorm({batch}, eps: 0.1)", at => Ops.BatchNorm(Batch(at), eps: 0.1)),
            5 => new(
                $"Ops.BatchNormInference({batch}, {numbers}.Sign(), {numbers}.Abs().Sign(), {numbers}, {numbers}, 0.1)",
                at => Ops.BatchNormInference(Batch(at), Ops.Sign(Signed(at)), Ops.Sign(Ops.Abs(Signed(at))), Numbers(at), Numbers(at), 0.1)),
            6 => new($"{batch}.BatchStatistics().Mean", at => Ops.BatchStatistics(Batch(at)).Mean),
            7 => new($"Ops.ScaledDotProductAttention({batch}, {batch} * 0.5, {batch})", at => Ops.ScaledDotProductAttention(Batch(at), Batch(at) * 0.5, Batch(at))),
            8 => new($"Ops.Dropout({batch}, {batch} < 1e9, 0.25)", at => Ops.Dropout(Batch(at), Batch(at) < 1e9, 0.25)),
            _ => new($"Ops.ScaledDotProductAttention({batch}, {batch}, {batch}, {batch} < 1e9, true)", at => Ops.ScaledDotProductAttention(Batch(at), Batch(at), Batch(at), Batch(at) < 1e9, true)),
        };
    }
}
