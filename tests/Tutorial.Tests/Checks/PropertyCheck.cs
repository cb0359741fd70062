using System.Text.Json;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Checks;

/// <summary>Holds one property of a tensor against the recorded one.</summary>
internal static class PropertyCheck
{
    public static void Check(JsonProperty expected, TensorProperties actual, string what)
    {
        object? value = expected.Name switch
        {
            "shape" => Sequence(actual.Sizes),
            "dtype" => ElementTypes.NameOf(actual.ElementType),
            "device" => actual.Device.ToString(),
            "requires_grad" => actual.RequiresGrad,
            "is_leaf" => actual.IsLeaf,
            "grad_fn" => actual.Operation,
            "stride" => Sequence(actual.Strides),
            "storage_offset" => actual.StorageOffset,
            "numel" => actual.Sizes.Aggregate(1, (count, size) => count * size),
            "dim" => actual.Sizes.Length,
            "contiguous" => actual.IsContiguous,
            var other => throw new InvalidDataException($"The property {other} is not known."),
        };
        string? text = expected.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Array => Sequence(expected.Value.EnumerateArray()),
            _ when expected.Name == "grad_fn" => PrintedText.OperationHere(expected.Value.GetString()!),
            _ => expected.Value.ToString(),
        };
        Assert.True(text == value?.ToString(), $"{what} is {value ?? "nothing"}, not {text ?? "nothing"}");
    }

    private static string Sequence<T>(IEnumerable<T> values) => $"[{string.Join(", ", values)}]";
}
