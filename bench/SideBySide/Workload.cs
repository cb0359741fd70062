using System.Diagnostics;
using TypedTensors.Nn;

namespace TypedTensors.SideBySide;

/// <summary>What is measured: a name that the peer knows as well, and our side of it.</summary>
/// <param name="Name">What the peer calls it.</param>
/// <param name="Title">What the table calls it.</param>
/// <param name="IsStep">Whether an optimizer takes part, so that its settings make a difference.</param>
/// <param name="Once">Does it once.</param>
internal sealed record Workload(string Name, string Title, bool IsStep, Action Once)
{
    private const float LearningRate = 0.01f;

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("step32", "784-128-10, training step, batch 32", true, ClassifierStep(32)),
        new("step256", "784-128-10, training step, batch 256", true, ClassifierStep(256)),
        new("forward32", "784-128-10, forward, batch 32", false, ClassifierForward(32)),
        new("tiny", "4-16-1, training step, batch 1", true, RegressorStep()),
    ];

    /// <summary>Does it several times.</summary>
    /// <returns>The seconds that took.</returns>
    public double Run(int count)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
            Once();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Action ClassifierStep(int batch)
    {
        Classifier model = new(784, 128, 10);
        Sgd optimizer = new(model.Parameters, LearningRate);
        Tensor<float> x = Tensor.Randn<float>(batch, 784);
        Tensor<int> y = Tensor.RandInt<int>(0, 10, batch);
        return () => optimizer.Step(model.LossAndGradients(x, y).Gradients);
    }

    private static Action ClassifierForward(int batch)
    {
        Classifier model = new(784, 128, 10);
        Tensor<float> x = Tensor.Randn<float>(batch, 784);
        return () => model.ScoresCompiled(x);
    }

    private static Action RegressorStep()
    {
        Regressor model = new(4, 16);
        Sgd optimizer = new(model.Parameters, LearningRate);
        Tensor<float> x = Tensor.Randn<float>(1, 4);
        Tensor<float> y = Tensor.Randn<float>(1, 1);
        return () => optimizer.Step(model.LossAndGradients(x, y).Gradients);
    }
}
