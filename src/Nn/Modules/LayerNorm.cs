namespace TypedTensors.Nn;

/// <summary>The last dimension brought to the mean 0 and the variance 1, then scaled and moved: <c>(x - mean) / sqrt(variance + eps) * Weight + Bias</c>.</summary>
/// <remarks>The weight begins with ones and the bias with zeros.</remarks>
/// <param name="features">The size of the last dimension.</param>
/// <param name="eps">What is added to the variance.</param>
[TensorModel]
public sealed partial class LayerNorm([Dim] int features, double eps = 1e-5) : IModule
{
    /// <summary>The factor of each element of a row.</summary>
    [Parameter(nameof(features), Initialization = Initialization.Ones)]
    public partial Tensor<float> Weight { get; }

    /// <summary>What is added to each element of a row.</summary>
    [Parameter(nameof(features), Initialization = Initialization.Zeros)]
    public partial Tensor<float> Bias { get; }

    /// <summary>What is added to the variance.</summary>
    public double Eps { get; } = eps;

    /// <summary>Each row normalized.</summary>
    /// <param name="x">Shape (..., features).</param>
    /// <returns>Shape (..., features).</returns>
    /// <exception cref="ShapeException">The last dimension has another size.</exception>
    [Differentiable(nameof(x))]
    [return: Shape("...batch, features")]
    public Tensor<float> Forward([Shape("...batch, features")] Tensor<float> x) => Ops.LayerNorm(x, Weight, Bias, -1, Eps);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => $"LayerNorm(({features},), eps={ModuleText.Number(Eps)}, elementwise_affine=True)";
}
