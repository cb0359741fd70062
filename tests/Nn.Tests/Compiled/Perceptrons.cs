using static TypedTensors.Ops;

namespace TypedTensors.Tests.Nn;

/// <summary>The perceptron with ReLU that the recordings train on digits, whose images it scales.</summary>
[TensorModel]
internal sealed partial class DigitPerceptron([Dim] int inputs, [Dim] int hidden, [Dim] int classes)
{
    [Parameter(nameof(inputs), nameof(hidden))]
    public partial Tensor<float> W1 { get; }

    [Parameter(nameof(hidden), FanIn = nameof(inputs))]
    public partial Tensor<float> B1 { get; }

    [Parameter(nameof(hidden), nameof(classes))]
    public partial Tensor<float> W2 { get; }

    [Parameter(nameof(classes), FanIn = nameof(hidden))]
    public partial Tensor<float> B2 { get; }

    [Compiled]
    [return: Shape("batch, classes")]
    public Tensor<float> Forward([Shape("batch, inputs")] Tensor<float> x) => Relu((x / 255f).MatMul(W1) + B1).MatMul(W2) + B2;

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, inputs")] Tensor<float> x, [Shape("batch")] Tensor<int> y) => CrossEntropy(Forward(x), y);
}

/// <summary>The same in double precision.</summary>
[TensorModel]
internal sealed partial class DigitPerceptronDouble([Dim] int inputs, [Dim] int hidden, [Dim] int classes)
{
    [Parameter(nameof(inputs), nameof(hidden))]
    public partial Tensor<double> W1 { get; }

    [Parameter(nameof(hidden))]
    public partial Tensor<double> B1 { get; }

    [Parameter(nameof(hidden), nameof(classes))]
    public partial Tensor<double> W2 { get; }

    [Parameter(nameof(classes))]
    public partial Tensor<double> B2 { get; }

    [Differentiable]
    [return: Shape]
    public Tensor<double> Loss([Shape("batch, inputs")] Tensor<double> x, [Shape("batch")] Tensor<int> y) =>
        CrossEntropy(Relu((x / 255.0).MatMul(W1) + B1).MatMul(W2) + B2, y);
}

/// <summary>The perceptron with tanh that the recordings train on random numbers.</summary>
[TensorModel]
internal sealed partial class SmallPerceptron
{
    [Parameter(8, 6)]
    public partial Tensor<float> W1 { get; }

    [Parameter(6)]
    public partial Tensor<float> B1 { get; }

    [Parameter(6, 3)]
    public partial Tensor<float> W2 { get; }

    [Parameter(3)]
    public partial Tensor<float> B2 { get; }

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch", 8)] Tensor<float> x, [Shape("batch")] Tensor<int> y) =>
        CrossEntropy(Tanh(x.MatMul(W1) + B1).MatMul(W2) + B2, y);
}

/// <summary>The same in double precision.</summary>
[TensorModel]
internal sealed partial class SmallPerceptronDouble
{
    [Parameter(8, 6)]
    public partial Tensor<double> W1 { get; }

    [Parameter(6)]
    public partial Tensor<double> B1 { get; }

    [Parameter(6, 3)]
    public partial Tensor<double> W2 { get; }

    [Parameter(3)]
    public partial Tensor<double> B2 { get; }

    [Differentiable]
    [return: Shape]
    public Tensor<double> Loss([Shape("batch", 8)] Tensor<double> x, [Shape("batch")] Tensor<int> y) =>
        CrossEntropy(Tanh(x.MatMul(W1) + B1).MatMul(W2) + B2, y);
}
