using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>One step of a recorded case: its tensor arguments, and its attributes.</summary>
/// <param name="Arguments">The tensors; null for an argument that is absent.</param>
/// <param name="Attributes">The attributes, an undefined element when there are none.</param>
public sealed record Step(IReadOnlyList<Tensor?> Arguments, JsonElement Attributes)
{
    /// <summary>A tensor argument, converted where PyTorch would promote it.</summary>
    public Tensor<T> Tensor<T>(int index)
        where T : unmanaged => ElementTypes.Convert<T>(Arguments[index]!);

    /// <summary>A tensor argument that may be absent.</summary>
    public Tensor<T>? Optional<T>(int index)
        where T : unmanaged => Arguments.Count > index && Arguments[index] is not null ? Tensor<T>(index) : null;

    /// <summary>A tensor argument that chooses elements.</summary>
    /// <exception cref="NotSupportedException">Its elements are no integers.</exception>
    public Tensor<long> Index(int index) => ElementTypes.IsInteger(Arguments[index]!.ElementType)
        ? Tensor<long>(index)
        : throw new NotSupportedException($"Tensors of {Arguments[index]!.ElementType} choose no elements: the compiler refuses them.");

    /// <summary>All arguments as tensors of one type.</summary>
    public Tensor<T>[] Tensors<T>()
        where T : unmanaged => [.. Arguments.Select((_, i) => Tensor<T>(i))];

    /// <summary>Whether an attribute is given and not null.</summary>
    public bool Has(string attribute) => Find(attribute) is not null;

    /// <summary>An integer attribute.</summary>
    public int Integer(string attribute) => Require(attribute).GetInt32();

    /// <summary>An integer attribute, or another integer where it is not given.</summary>
    public int Integer(string attribute, int otherwise) => Find(attribute)?.GetInt32() ?? otherwise;

    /// <summary>A number attribute.</summary>
    public double Number(string attribute) => RecordedTensor.ReadDouble(Require(attribute));

    /// <summary>A number attribute, or another number where it is not given.</summary>
    public double Number(string attribute, double otherwise) => Has(attribute) ? Number(attribute) : otherwise;

    /// <summary>A truth value; false when it is not given.</summary>
    public bool Flag(string attribute) => Find(attribute) is { } value && value.GetBoolean();

    /// <summary>A text attribute, or null.</summary>
    public string? Text(string attribute) => Find(attribute)?.GetString();

    /// <summary>An attribute that is one integer or a list of them; none where it is not given.</summary>
    public int[] Integers(string attribute) => Find(attribute) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(item => item.GetInt32())],
        { } one => [one.GetInt32()],
    };

    /// <summary>An attribute as it stands.</summary>
    public JsonElement Require(string attribute) =>
        Find(attribute) ?? throw new InvalidDataException($"The attribute {attribute} is missing.");

    /// <summary>Those of the attributes that are given.</summary>
    public IEnumerable<JsonElement> Given(params IEnumerable<string> attributes) => attributes.Select(Find).OfType<JsonElement>();

    private JsonElement? Find(string attribute) =>
        Attributes.ValueKind == JsonValueKind.Object && Attributes.TryGetProperty(attribute, out JsonElement value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;
}
