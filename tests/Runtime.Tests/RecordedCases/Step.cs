using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>One step of a recorded case: its tensor arguments, and its attributes.</summary>
/// <param name="Arguments">The tensors; null for an argument that is absent.</param>
/// <param name="Attributes">The attributes, an undefined element when there are none.</param>
public sealed record Step(IReadOnlyList<Tensor?> Arguments, JsonElement Attributes)
{
    /// <summary>A tensor argument.</summary>
    public Tensor<T> Tensor<T>(int index)
        where T : unmanaged => (Tensor<T>)Arguments[index]!;

    /// <summary>Whether an attribute is given and not null.</summary>
    public bool Has(string attribute) => Find(attribute) is not null;

    /// <summary>An integer attribute.</summary>
    public int Integer(string attribute) => Require(attribute).GetInt32();

    /// <summary>A number attribute.</summary>
    public double Number(string attribute) => Require(attribute).GetDouble();

    /// <summary>A truth value; false when it is not given.</summary>
    public bool Flag(string attribute) => Find(attribute) is { } value && value.GetBoolean();

    /// <summary>A text attribute, or null.</summary>
    public string? Text(string attribute) => Find(attribute)?.GetString();

    /// <summary>An attribute that is one integer or a list of them.</summary>
    public int[] Integers(string attribute)
    {
        JsonElement value = Require(attribute);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetInt32())] : [value.GetInt32()];
    }

    /// <summary>An attribute as it stands.</summary>
    public JsonElement Require(string attribute) =>
        Find(attribute) ?? throw new InvalidDataException($"The attribute {attribute} is missing.");

    private JsonElement? Find(string attribute) =>
        Attributes.ValueKind == JsonValueKind.Object && Attributes.TryGetProperty(attribute, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
