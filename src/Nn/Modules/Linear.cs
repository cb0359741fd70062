namespace TypedTensors.Nn;

/// <summary>A linear map of the last dimension with a bias: <c>x · Weightᵀ + Bias</c>.</summary>
/// <remarks>Weight and bias begin uniform within <c>1 / sqrt(inFeatures)</c>. Without a bias it is a <see cref="LinearWithoutBias"/>.</remarks>
/// <param name="inFeatures">The size of the last dimension of the input.</param>
/// <param name="outFeatures">The size of the last dimension of the result.</param>
[TensorModel]
public sealed partial class Linear([Dim] int inFeatures, [Dim] int outFeatures) : IModule
{
    /// <summary>The weights, a row for each output.</summary>
    [Parameter(nameof(outFeatures), nameof(inFeatures), FanIn = nameof(inFeatures))]
    public partial Tensor<float> Weight { get; }

    /// <summary>What is added to each output.</summary>
    [Parameter(nameof(outFeatures), FanIn = nameof(inFeatures))]
    public partial Tensor<float> Bias { get; }

    /// <summary>The linear map of each row.</summary>
    /// <param name="x">Shape (..., inFeatures).</param>
    /// <returns>Shape (..., outFeatures).</returns>
    /// <exception cref="ShapeException">The last dimension has another size.</exception>
    [Differentiable(nameof(x))]
    [return: Shape("...batch, outFeatures")]
    public Tensor<float> Forward([Shape("...batch, inFeatures")] Tensor<float> x) => Ops.Linear(x, Weight, Bias);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => ModuleText.Linear(inFeatures, outFeatures, hasBias: true);
}
