using static TypedTensors.Ops;

namespace TypedTensors.Samples.Digits;

/// <summary>A perceptron with one hidden layer. The shapes are checked while you type: change one and see it underlined.</summary>
[TensorModel]
public sealed partial class Mlp([Dim] int inputs, [Dim] int hidden, [Dim] int classes)
{
    /// <summary>The weights of the hidden layer. As all of them, they begin uniform within one over the root of the fan in.</summary>
    [Parameter(nameof(inputs), nameof(hidden))]
    public partial Tensor<float> W1 { get; }

    /// <summary>The biases of the hidden layer.</summary>
    [Parameter(nameof(hidden), FanIn = nameof(inputs))]
    public partial Tensor<float> B1 { get; }

    /// <summary>The weights of the scores.</summary>
    [Parameter(nameof(hidden), nameof(classes))]
    public partial Tensor<float> W2 { get; }

    /// <summary>The biases of the scores.</summary>
    [Parameter(nameof(classes), FanIn = nameof(hidden))]
    public partial Tensor<float> B2 { get; }

    /// <summary>A score for each class; the largest is what the model reads. <c>ForwardCompiled</c> is generated from it.</summary>
    [Compiled]
    [return: Shape("batch, classes")]
    public Tensor<float> Forward([Shape("batch, inputs")] Tensor<float> x) => Relu(x.MatMul(W1) + B1).MatMul(W2) + B2;

    /// <summary>How far the scores are from the labels. <c>LossAndGradients</c> is generated from it.</summary>
    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, inputs")] Tensor<float> x, [Shape("batch")] Tensor<int> y) => CrossEntropy(Forward(x), y);

    /// <summary>What the model reads in each image.</summary>
    public int[] Predict([Shape("batch, inputs")] Tensor<float> x)
    {
        Tensor<float> scores = ForwardCompiled(x);
        float[] values = scores.ToArray();
        int[] predictions = new int[scores.Shape[0]];
        for (int i = 0; i < predictions.Length; i++)
        {
            ReadOnlySpan<float> row = values.AsSpan(i * B2.ElementCount, B2.ElementCount);
            for (int c = 1; c < row.Length; c++)
            {
                if (row[c] > row[predictions[i]])
                    predictions[i] = c;
            }
        }

        return predictions;
    }
}
