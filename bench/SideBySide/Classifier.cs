using static TypedTensors.Ops;

namespace TypedTensors.SideBySide;

/// <summary>A perceptron with one hidden layer that tells classes apart.</summary>
[TensorModel]
internal sealed partial class Classifier([Dim] int inputs, [Dim] int hidden, [Dim] int classes)
{
    [Parameter("inputs, hidden")]
    public partial Tensor<float> W1 { get; }

    [Parameter("hidden")]
    public partial Tensor<float> B1 { get; }

    [Parameter("hidden, classes")]
    public partial Tensor<float> W2 { get; }

    [Parameter("classes")]
    public partial Tensor<float> B2 { get; }

    [Compiled]
    [return: Shape("batch, classes")]
    public Tensor<float> Scores([Shape("batch, inputs")] Tensor<float> x) => Relu(x.MatMul(W1) + B1).MatMul(W2) + B2;

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, inputs")] Tensor<float> x, [Shape("batch")] Tensor<int> y) => CrossEntropy(Scores(x), y);
}
