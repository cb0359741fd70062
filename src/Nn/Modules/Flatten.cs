namespace TypedTensors.Nn;

/// <summary>Merges neighbouring dimensions into one, by default all but the first, which is the batch.</summary>
/// <param name="start">The first dimension to merge; a negative one counts from the end.</param>
/// <param name="end">The last dimension to merge; a negative one counts from the end.</param>
[TensorModel]
public sealed partial class Flatten(int start = 1, int end = -1) : IModule
{
    /// <summary>The first dimension to merge.</summary>
    public int Start { get; } = start;

    /// <summary>The last dimension to merge.</summary>
    public int End { get; } = end;

    /// <summary>The tensor with its dimensions merged.</summary>
    /// <param name="x">A tensor that has the dimensions.</param>
    /// <exception cref="ShapeException">A dimension is out of range, or the last stands before the first.</exception>
    [Differentiable(nameof(x))]
    public Tensor<float> Forward(Tensor<float> x) => Ops.Flatten(x, Start, End);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => $"Flatten(start_dim={Start}, end_dim={End})";
}
