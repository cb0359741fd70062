using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>A tensor as the case files hold it.</summary>
public static class RecordedTensor
{
    /// <summary>Reads a tensor of any element type.</summary>
    public static Tensor Read(JsonElement json) => json.GetProperty("dtype").GetString() switch
    {
        "float32" => Read(json, element => ReadFloat(element)),
        "float64" => Read(json, ReadDouble),
        "float16" => Read(json, element => (Half)ReadDouble(element)),
        "int32" => Read(json, element => element.GetInt32()),
        "int64" => Read(json, element => element.GetInt64()),
        "int16" => Read(json, element => element.GetInt16()),
        "int8" => Read(json, element => element.GetSByte()),
        "uint8" => Read(json, element => element.GetByte()),
        "bool" => Read(json, element => element.GetBoolean()),
        var other => throw new InvalidDataException($"The element type {other} is not known."),
    };

    private static Tensor<T> Read<T>(JsonElement json, Func<JsonElement, T> read)
        where T : unmanaged
    {
        int[] shape = [.. json.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
        return Tensor.From<T>(json.GetProperty("data").EnumerateArray().Select(read).ToArray(), shape);
    }

    private static float ReadFloat(JsonElement json) => json.ValueKind == JsonValueKind.String ? (float)ReadDouble(json) : json.GetSingle();

    /// <summary>Reads a number that need not be finite.</summary>
    public static double ReadDouble(JsonElement json) => json.ValueKind != JsonValueKind.String ? json.GetDouble() : json.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var other => throw new InvalidDataException($"{other} is not a number."),
    };
}
