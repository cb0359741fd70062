using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>Every tensor prints as PyTorch prints it, but for the names of element types and of operations.</summary>
public sealed class RecordedTextTests
{
    private static readonly Dictionary<string, JsonElement> Cases = ReadCases();

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void PrintsAsPyTorch(string id)
    {
        JsonElement json = Cases[id];
        Tensor tensor = RecordedCase.ReadInput(json.GetProperty("x"));
        foreach (JsonElement step in json.GetProperty("steps").EnumerateArray())
        {
            step.TryGetProperty("attrs", out JsonElement attributes);
            tensor = OperationNames.Find(step.GetProperty("op").GetString()!)(new Step([tensor], attributes))[0];
        }

        Assert.Equal(PrintedText.Here(json.GetProperty("text").GetString()!), Print(tensor, ReadOptions(json.GetProperty("options"))));
    }

    private static Dictionary<string, JsonElement> ReadCases()
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Recorded", "Texts", "printing.json"));
        return JsonDocument.Parse(stream).RootElement.EnumerateArray().ToDictionary(json => json.GetProperty("id").GetString()!);
    }

    private static PrintOptions ReadOptions(JsonElement json)
    {
        PrintOptions options = new();
        foreach (JsonProperty option in json.EnumerateObject())
        {
            options = option.Name switch
            {
                "precision" => options with { Precision = option.Value.GetInt32() },
                "threshold" => options with { Threshold = option.Value.GetInt32() },
                "edgeitems" => options with { EdgeItems = option.Value.GetInt32() },
                "linewidth" => options with { LineWidth = option.Value.GetInt32() },
                "sci_mode" => options with { Scientific = option.Value.GetBoolean() ? ScientificNotation.Always : ScientificNotation.Never },
                var other => throw new InvalidDataException($"The option {other} is not known."),
            };
        }

        return options;
    }

    private static string Print(Tensor tensor, PrintOptions options) => tensor switch
    {
        Tensor<float> x => x.ToString(options),
        Tensor<double> x => x.ToString(options),
        Tensor<Half> x => x.ToString(options),
        Tensor<long> x => x.ToString(options),
        Tensor<int> x => x.ToString(options),
        Tensor<short> x => x.ToString(options),
        Tensor<sbyte> x => x.ToString(options),
        Tensor<byte> x => x.ToString(options),
        Tensor<bool> x => x.ToString(options),
        _ => throw new InvalidDataException($"The element type {tensor.ElementType} is not known."),
    };
}
