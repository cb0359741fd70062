using System.Numerics;
using System.Text.Json;
using TypedTensors.Nn;
using static TypedTensors.Ops;
using static TypedTensors.Tests.Nn.RecordedTraining;

namespace TypedTensors.Tests.Nn;

/// <summary>20 steps of each optimizer from given weights against PyTorch 1.13.</summary>
public class RecordedTrainingTests
{
    public static TheoryData<string> Ids => [.. TrainingCase.All.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Training_in_single_precision_agrees_with_PyTorch(string id) => AssertAgrees<float>(TrainingCase.All[id]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Training_in_double_precision_agrees_with_PyTorch(string id) => AssertAgrees<double>(TrainingCase.All[id]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Training_by_the_gradients_of_a_model_agrees_with_PyTorch(string id)
    {
        TrainingCase recorded = TrainingCase.All[id];
        RecordedModel<float> model = new(recorded.Parameters<float>());
        Optimizer optimizer = CreateOptimizer(recorded.Optimizer, model.Parameters);
        Dictionary<string, Tensor<float>> parameters = model.Parameters.Names.ToDictionary(name => name, name => model.Parameters[name]);
        for (int step = 0; step < recorded.Steps; step++)
        {
            (float loss, Gradients<float> gradients) = model.ValueAndGradients(() => Loss(recorded, parameters, step));
            AssertClose(recorded.Losses[step], loss, $"loss {step}");
            optimizer.Step(gradients);
        }

        AssertClose(recorded.Expected("params_final"), name => parameters[name]);
    }

    [Fact]
    public void Every_optimizer_is_recorded()
    {
        Assert.Equal(["Adam", "AdamW", "SGD"], TrainingCase.All.Values.Select(recorded => recorded.Optimizer.GetProperty("name").GetString()).Distinct().Order());
        Assert.Contains("training/digits-sgd", TrainingCase.All.Keys);
        Assert.Contains("training/digits-adam", TrainingCase.All.Keys);
    }

    private static void AssertAgrees<T>(TrainingCase recorded)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dictionary<string, Tensor<T>> parameters = recorded.Parameters<T>();
        Optimizer optimizer = CreateOptimizer(recorded.Optimizer, parameters.Values);
        Assert.Equal(20, recorded.Steps);
        for (int step = 0; step < recorded.Steps; step++)
        {
            Tensor<T> loss = Loss(recorded, parameters, step);
            AssertClose(recorded.Losses[step], double.CreateChecked(loss.Item()), $"loss {step}");
            optimizer.ZeroGrad();
            loss.Backward();
            if (step == 0)
                AssertClose(recorded.Expected("grads_step1"), name => parameters[name].Grad!);
            optimizer.Step();
            if (step == 0)
                AssertClose(recorded.Expected("params_after_1"), name => parameters[name]);
        }

        AssertClose(recorded.Expected("params_final"), name => parameters[name]);
    }

    /// <summary>Runs the recorded forward steps; the tests need no more than a perceptron's operations.</summary>
    private static Tensor<T> Loss<T>(TrainingCase recorded, Dictionary<string, Tensor<T>> parameters, int step)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Dictionary<string, Tensor<T>> names = new(parameters) { ["x"] = recorded.Batch<T>("x", step) };
        foreach (JsonElement instruction in recorded.Forward)
        {
            string[] arguments = [.. instruction.GetProperty("in").EnumerateArray().Select(name => name.GetString()!)];
            Tensor<T> first = names[arguments[0]];
            names[instruction.GetProperty("out")[0].GetString()!] = instruction.GetProperty("op").GetString() switch
            {
                "div" => first / T.CreateChecked(instruction.GetProperty("attrs").GetProperty("other").GetDouble()),
                "matmul" => first.MatMul(names[arguments[1]]),
                "add" => first + names[arguments[1]],
                "relu" => Relu(first),
                "tanh" => Tanh(first),
                "cross_entropy" => CrossEntropy(first, recorded.Batch<int>(arguments[1], step)),
                string other => throw new NotSupportedException($"the recorded operation {other}"),
                null => throw new InvalidDataException("a recorded step without an operation"),
            };
        }

        return names[recorded.LossName];
    }
}
