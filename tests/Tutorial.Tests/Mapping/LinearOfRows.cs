namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>The tutorials' first module of their own: rows times weights, plus a bias.</summary>
[TensorModel]
internal sealed partial class LinearOfRows([Dim] int inFeatures, [Dim] int outFeatures)
{
    [Parameter(nameof(inFeatures), nameof(outFeatures))]
    public partial Tensor<float> Weights { get; }

    [Parameter(nameof(outFeatures))]
    public partial Tensor<float> Bias { get; }
}
