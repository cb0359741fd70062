using static TypedTensors.Ops;

namespace TypedTensors.SideBySide;

/// <summary>A perceptron with one hidden layer that predicts a number, with the mean squared error.</summary>
[TensorModel]
internal sealed partial class Regressor([Dim] int inputs, [Dim] int hidden)
{
    [Parameter("inputs, hidden")]
    public partial Tensor<float> W1 { get; }

    [Parameter("hidden")]
    public partial Tensor<float> B1 { get; }

    [Parameter("hidden, 1")]
    public partial Tensor<float> W2 { get; }

    [Parameter("1")]
    public partial Tensor<float> B2 { get; }

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, inputs")] Tensor<float> x, [Shape("batch, 1")] Tensor<float> y)
    {
        Tensor<float> error = Relu(x.MatMul(W1) + B1).MatMul(W2) + B2 - y;
        return (error * error).Mean();
    }
}
