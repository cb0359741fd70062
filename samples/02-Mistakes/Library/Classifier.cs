using TypedTensors;
using static TypedTensors.Ops;

namespace Mistakes.Library;

/// <summary>A linear classifier of digits.</summary>
/// <param name="classes">The number of classes.</param>
public sealed class Classifier([Dim] int classes)
{
    /// <summary>The weights.</summary>
    [Shape(784, nameof(classes))]
    public Tensor<float> Weights { get; } = Tensor.Zeros<float>(784, classes);

    /// <summary>The score of every class for every image.</summary>
    [return: Shape("batch", nameof(classes))]
    public Tensor<float> Scores([Shape("batch", 784)] Tensor<float> images) => images.MatMul(Weights);
}
