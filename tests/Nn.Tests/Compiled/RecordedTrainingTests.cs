using System.Numerics;
using TypedTensors.Nn;
using static TypedTensors.Tests.Nn.RecordedTraining;

namespace TypedTensors.Tests.Nn.Compiled;

/// <summary>20 steps of each optimizer, by generated code, from given weights against PyTorch 1.13.</summary>
public class RecordedTrainingTests
{
    public static TheoryData<string> Ids => [.. TrainingCase.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Generated_training_in_single_precision_agrees_with_PyTorch(string id)
    {
        if (IsOfDigits(id))
        {
            DigitPerceptron model = new(64, 32, 10);
            AssertAgrees<float>(TrainingCase.All[id], model, model.LossAndGradients);
        }
        else
        {
            SmallPerceptron model = new();
            AssertAgrees<float>(TrainingCase.All[id], model, model.LossAndGradients);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Generated_training_in_double_precision_agrees_with_PyTorch(string id)
    {
        if (IsOfDigits(id))
        {
            DigitPerceptronDouble model = new(64, 32, 10);
            AssertAgrees<double>(TrainingCase.All[id], model, model.LossAndGradients);
        }
        else
        {
            SmallPerceptronDouble model = new();
            AssertAgrees<double>(TrainingCase.All[id], model, model.LossAndGradients);
        }
    }

    private delegate ValueAndGradients<T> LossAndGradients<T>(Tensor<T> x, Tensor<int> y, bool accumulate)
        where T : unmanaged, IFloatingPointIeee754<T>;

    private static bool IsOfDigits(string id) => id.StartsWith("training/digits", StringComparison.Ordinal);

    private static void AssertAgrees<T>(TrainingCase recorded, ITensorModel<T> model, LossAndGradients<T> lossAndGradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        model.Parameters.LoadStateDictionary(recorded.Parameters<T>());
        Optimizer optimizer = CreateOptimizer(recorded.Optimizer, model.Parameters);
        for (int step = 0; step < recorded.Steps; step++)
        {
            (T loss, Gradients<T> gradients) = lossAndGradients(recorded.Batch<T>("x", step), recorded.Batch<int>("y", step), accumulate: false);
            AssertClose(recorded.Losses[step], double.CreateChecked(loss), $"loss {step}");
            if (step == 0)
                AssertClose(recorded.Expected("grads_step1"), name => gradients[name]);
            optimizer.Step(gradients);
            if (step == 0)
                AssertClose(recorded.Expected("params_after_1"), name => model.Parameters[name]);
        }

        AssertClose(recorded.Expected("params_final"), name => model.Parameters[name]);
    }
}
