using System.Numerics;
using System.Text.Json;
using TypedTensors.Nn;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.Nn;

/// <summary>20 steps of each optimizer from given weights against PyTorch 1.13.</summary>
public class RecordedTrainingTests
{
    private const double Tolerance = 1e-4;

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

    private static Optimizer CreateOptimizer(JsonElement settings, IEnumerable<Tensor> parameters)
    {
        double Number(string name, double otherwise) => settings.TryGetProperty(name, out JsonElement value) ? value.GetDouble() : otherwise;
        bool Flag(string name) => settings.TryGetProperty(name, out JsonElement value) && value.GetBoolean();
        double Beta(int index, double otherwise) => settings.TryGetProperty("betas", out JsonElement betas) ? betas[index].GetDouble() : otherwise;

        return settings.GetProperty("name").GetString() switch
        {
            "SGD" => new Sgd(
                parameters, Number("lr", double.NaN), Number("momentum", 0), Number("dampening", 0), Flag("nesterov"), Number("weight_decay", 0)),
            "Adam" => new Adam(
                parameters, Number("lr", 1e-3), Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), Number("weight_decay", 0), Flag("amsgrad")),
            "AdamW" => new AdamW(
                parameters, Number("lr", 1e-3), Beta(0, 0.9), Beta(1, 0.999), Number("eps", 1e-8), Number("weight_decay", 1e-2), Flag("amsgrad")),
            var other => throw new NotSupportedException($"the recorded optimizer {other}"),
        };
    }

    private static void AssertClose<T>(Dictionary<string, double[]> expected, Func<string, Tensor<T>> tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((string name, double[] values) in expected)
        {
            T[] actual = tensor(name).ToArray();
            Assert.Equal(values.Length, actual.Length);
            for (int i = 0; i < values.Length; i++)
                AssertClose(values[i], double.CreateChecked(actual[i]), $"{name}[{i}]");
        }
    }

    private static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-6 + (Tolerance * Math.Abs(expected)), $"{what} is {actual}; PyTorch has {expected}");
}
