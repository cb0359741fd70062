using System.Numerics;
using System.Text.Json;
using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn;

/// <summary>What all tests against recorded training runs share: the optimizers, and what counts as agreement.</summary>
internal static class RecordedTraining
{
    private const double Tolerance = 1e-4;

    /// <summary>The recorded optimizer with its settings.</summary>
    public static Optimizer CreateOptimizer(JsonElement settings, IEnumerable<Tensor> parameters)
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

    /// <summary>Holds every recorded parameter against the tensor of its name.</summary>
    public static void AssertClose<T>(Dictionary<string, double[]> expected, Func<string, Tensor<T>> tensor)
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

    /// <summary>Holds one number against the recorded one.</summary>
    public static void AssertClose(double expected, double actual, string what) =>
        Assert.True(Math.Abs(actual - expected) <= 1e-6 + (Tolerance * Math.Abs(expected)), $"{what} is {actual}; PyTorch has {expected}");
}
