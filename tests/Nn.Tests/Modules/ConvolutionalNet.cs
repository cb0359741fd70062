using TypedTensors.Nn;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.Nn;

/// <summary>A model made of the library's modules, whose code is in another assembly.</summary>
[TensorModel]
internal sealed partial class ConvolutionalNet
{
    public Conv2d First { get; } = new(1, 4, kernelSize: 3, padding: 1);

    public Conv2dWithoutBias Second { get; } = new(4, 6, 3, stride: 2);

    public MaxPool2d Pool { get; } = new(2);

    public AvgPool2d Mean { get; } = new(3, stride: 1, padding: 1);

    public Relu Bend { get; } = new();

    public Flatten Flat { get; } = new();

    public Linear Scores { get; } = new(24, 10);

    [Compiled]
    [return: Shape("batch, 10")]
    public Tensor<float> Forward([Shape("batch, 1, 12, 12")] Tensor<float> x)
    {
        Tensor<float> h = Pool.Forward(Bend.Forward(First.Forward(x)));
        h = Relu(Mean.Forward(Second.Forward(h)));
        return Scores.Forward(Flat.Forward(h));
    }

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, 1, 12, 12")] Tensor<float> x, [Shape("batch")] Tensor<int> y) => CrossEntropy(Forward(x), y);
}

/// <summary>Modules without settings: their code is carried and included.</summary>
[TensorModel]
internal sealed partial class ModulePerceptron([Dim] int hidden)
{
    public Linear First { get; } = new(6, hidden);

    public LinearWithoutBias Second { get; } = new(hidden, 3);

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, 6")] Tensor<float> x, [Shape("batch")] Tensor<int> y) =>
        CrossEntropy(Second.Forward(Relu(First.Forward(x))), y);
}
