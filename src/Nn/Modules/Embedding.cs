namespace TypedTensors.Nn;

/// <summary>A row of numbers for each index.</summary>
/// <remarks>The rows begin normally distributed, with the variance 1. It takes indices, so it is no link of a <see cref="Sequential"/>.</remarks>
/// <param name="count">How many indices there are.</param>
/// <param name="features">How many numbers each has.</param>
[TensorModel]
public sealed partial class Embedding([Dim] int count, [Dim] int features)
{
    /// <summary>A row for each index.</summary>
    [Parameter(nameof(count), nameof(features), Initialization = Initialization.Normal)]
    public partial Tensor<float> Weight { get; }

    /// <summary>The rows of indices.</summary>
    /// <param name="index">Indices from 0 up to, but not including, the count.</param>
    /// <returns>Shape (..., features).</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not a row.</exception>
    [Differentiable]
    [return: Shape("...index, features")]
    public Tensor<float> Forward([Shape("...index")] Tensor<long> index) => Ops.Embedding(index, Weight);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => $"Embedding({count}, {features})";
}
