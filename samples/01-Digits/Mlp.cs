using TypedTensors.Nn;
using static TypedTensors.Ops;

namespace TypedTensors.Samples.Digits;

/// <summary>A perceptron with one hidden layer. The shapes are checked while you type: change one and see it underlined.</summary>
internal sealed class Mlp([Dim] int inputs, [Dim] int hidden, [Dim] int classes, Generator random)
{
    [Shape("inputs, hidden")]
    public Tensor<float> W1 { get; } = Initializers.KaimingUniform<float>(random, fanIn: inputs, inputs, hidden).RequireGrad();

    [Shape("hidden")]
    public Tensor<float> B1 { get; } = Initializers.KaimingUniform<float>(random, fanIn: inputs, hidden).RequireGrad();

    [Shape("hidden, classes")]
    public Tensor<float> W2 { get; } = Initializers.KaimingUniform<float>(random, fanIn: hidden, hidden, classes).RequireGrad();

    [Shape("classes")]
    public Tensor<float> B2 { get; } = Initializers.KaimingUniform<float>(random, fanIn: hidden, classes).RequireGrad();

    /// <summary>The parameters by name.</summary>
    public IReadOnlyDictionary<string, Tensor<float>> Parameters => new Dictionary<string, Tensor<float>>
    {
        [nameof(W1)] = W1,
        [nameof(B1)] = B1,
        [nameof(W2)] = W2,
        [nameof(B2)] = B2,
    };

    /// <summary>A score for each class; the largest is what the model reads.</summary>
    [return: Shape("batch, classes")]
    public Tensor<float> Forward([Shape("batch, inputs")] Tensor<float> x) => Relu(x.MatMul(W1) + B1).MatMul(W2) + B2;

    /// <summary>How far the scores are from the labels.</summary>
    [return: Shape]
    public Tensor<float> Loss([Shape("batch, inputs")] Tensor<float> x, [Shape("batch")] Tensor<int> y) => CrossEntropy(Forward(x), y);

    /// <summary>What the model reads in each image.</summary>
    public int[] Predict([Shape("batch, inputs")] Tensor<float> x)
    {
        using var untracked = NoGrad();
        Tensor<float> scores = Forward(x);
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
