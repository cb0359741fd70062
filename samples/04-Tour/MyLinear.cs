namespace TypedTensors.Samples.Tour;

/// <summary>A linear map of one's own: <c>x · Weights + Bias</c>. The sizes of a call are checked while you type.</summary>
/// <param name="inputs">The size of the last dimension of what it takes.</param>
/// <param name="outputs">The size of the last dimension of what it gives.</param>
[TensorModel]
public sealed partial class MyLinear([Dim] int inputs, [Dim] int outputs)
{
    [Parameter(nameof(inputs), nameof(outputs), Initialization = Initialization.Normal)]
    public partial Tensor<float> Weights { get; }

    [Parameter(nameof(outputs), Initialization = Initialization.Normal)]
    public partial Tensor<float> Bias { get; }

    [Compiled]
    [return: Shape("...batch, outputs")]
    public Tensor<float> Forward([Shape("...batch, inputs")] Tensor<float> x) => x.MatMul(Weights) + Bias;
}
