namespace TypedTensors.Nn;

/// <summary>The larger of an element and zero.</summary>
[TensorModel]
public sealed partial class Relu : IModule
{
    /// <summary>The larger of each element and zero.</summary>
    /// <param name="x">A tensor of any shape.</param>
    /// <returns>A tensor of the same shape.</returns>
    [Differentiable(nameof(x))]
    [return: Shape("...x")]
    public Tensor<float> Forward([Shape("...x")] Tensor<float> x) => Ops.Relu(x);

    /// <summary>The module as PyTorch prints it.</summary>
    public override string ToString() => "ReLU()";
}
