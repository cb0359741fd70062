using static TypedTensors.Ops;

namespace TypedTensors.Samples.Derivatives;

/// <summary>Linear regression: y = x w + b with the mean squared error.</summary>
[TensorModel]
public sealed partial class LinearRegression([Dim] int features)
{
    [Parameter(nameof(features))]
    public partial Tensor<double> W { get; }

    [Parameter]
    public partial Tensor<double> B { get; }

    [Compiled]
    [return: Shape("n")]
    public Tensor<double> Predict([Shape("n, features")] Tensor<double> x) => x.MatMul(W) + B;

    [Differentiable]
    [return: Shape]
    public Tensor<double> Loss([Shape("n, features")] Tensor<double> x, [Shape("n")] Tensor<double> y)
    {
        var error = Predict(x) - y;
        return Mean(error * error);
    }
}

/// <summary>Logistic regression: a score for each class, and the cross-entropy.</summary>
[TensorModel]
public sealed partial class LogisticRegression([Dim] int features, [Dim] int classes)
{
    [Parameter(nameof(features), nameof(classes))]
    public partial Tensor<float> W { get; }

    [Parameter(nameof(classes))]
    public partial Tensor<float> B { get; }

    [Compiled]
    [return: Shape("n, classes")]
    public Tensor<float> Scores([Shape("n, features")] Tensor<float> x) => x.MatMul(W) + B;

    [Differentiable]
    [return: Shape]
    public Tensor<float> Loss([Shape("n, features")] Tensor<float> x, [Shape("n")] Tensor<int> y) => CrossEntropy(Scores(x), y);
}
