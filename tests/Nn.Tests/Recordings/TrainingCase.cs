using System.Numerics;
using System.Text.Json;

namespace TypedTensors.Tests.Nn;

/// <summary>A recorded training run; tests/Recordings/README.md describes the format.</summary>
public sealed class TrainingCase
{
    private readonly JsonElement _case;

    private TrainingCase(JsonElement @case) => _case = @case;

    public static IReadOnlyDictionary<string, TrainingCase> All { get; } = Load();

    public int Steps => _case.GetProperty("steps").GetInt32();

    public JsonElement Optimizer => _case.GetProperty("optimizer");

    public IEnumerable<JsonElement> Forward => _case.GetProperty("forward").EnumerateArray();

    public string LossName => _case.GetProperty("loss").GetString()!;

    public double[] Losses => [.. _case.GetProperty("expect").GetProperty("losses").EnumerateArray().Select(loss => loss.GetDouble())];

    /// <summary>The weights to begin with, tracked.</summary>
    public Dictionary<string, Tensor<T>> Parameters<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        _case.GetProperty("params").EnumerateObject().ToDictionary(cell => cell.Name, cell => Read<T>(cell.Value).RequireGrad());

    /// <summary>What was recorded under a name of <c>expect</c>, by parameter.</summary>
    public Dictionary<string, double[]> Expected(string field) =>
        _case.GetProperty("expect").GetProperty(field).EnumerateObject().ToDictionary(cell => cell.Name, cell => Numbers(cell.Value));

    /// <summary>The rows of a data tensor that belong to a step.</summary>
    public Tensor<T> Batch<T>(string name, int step)
        where T : unmanaged, INumber<T>
    {
        JsonElement range = _case.GetProperty("schedule")[step];
        (int first, int last) = (range[0].GetInt32(), range[1].GetInt32());
        Tensor<T> whole = Read<T>(_case.GetProperty("data").GetProperty(name));
        int[] sizes = [last - first, .. whole.Shape.Sizes[1..]];
        int width = whole.ElementCount / whole.Shape[0];
        return Tensor.From<T>(whole.ToArray().AsSpan((first * width)..(last * width)), sizes);
    }

    private static Tensor<T> Read<T>(JsonElement cell)
        where T : unmanaged, INumber<T> =>
        Tensor.From(
            Array.ConvertAll(Numbers(cell), T.CreateChecked),
            [.. cell.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())]);

    private static double[] Numbers(JsonElement cell) =>
        [.. cell.GetProperty("data").EnumerateArray().Select(number => number.GetDouble())];

    private static IReadOnlyDictionary<string, TrainingCase> Load()
    {
        using Stream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Recorded", "training.json"));
        return JsonDocument.Parse(file).RootElement.EnumerateArray().ToDictionary(
            @case => @case.GetProperty("id").GetString()!, @case => new TrainingCase(@case));
    }
}
