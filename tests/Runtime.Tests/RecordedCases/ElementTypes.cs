using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>PyTorch's element types here, and which of them an operation on several would give there.</summary>
public static class ElementTypes
{
    private static readonly Dictionary<string, Type> Names = new()
    {
        ["float16"] = typeof(Half),
        ["float32"] = typeof(float),
        ["float64"] = typeof(double),
        ["int8"] = typeof(sbyte),
        ["int16"] = typeof(short),
        ["int32"] = typeof(int),
        ["int64"] = typeof(long),
        ["uint8"] = typeof(byte),
        ["bool"] = typeof(bool),
    };

    // From the narrowest to the widest of each category.
    private static readonly Type[] Integers = [typeof(byte), typeof(sbyte), typeof(short), typeof(int), typeof(long)];

    private static readonly Type[] Floats = [typeof(Half), typeof(float), typeof(double)];

    /// <summary>The element type of a name.</summary>
    public static Type Of(string name) => Names.TryGetValue(name, out Type? type) ? type : throw new InvalidDataException($"The element type {name} is not known.");

    /// <summary>PyTorch's name of an element type.</summary>
    public static string NameOf(Type type) => Names.First(pair => pair.Value == type).Key;

    /// <summary>Whether the elements are truth values or whole numbers.</summary>
    public static bool IsIntegral(Type type) => !Floats.Contains(type);

    /// <summary>Whether the elements are whole numbers.</summary>
    public static bool IsInteger(Type type) => Integers.Contains(type);

    /// <summary>What PyTorch promotes two types to, of tensors with dimensions.</summary>
    public static Type Promote(Type left, Type right)
    {
        if (Category(left) != Category(right))
            return Category(left) > Category(right) ? left : right;
        if ((left == typeof(byte) && right == typeof(sbyte)) || (left == typeof(sbyte) && right == typeof(byte)))
            return typeof(short);
        Type[] order = Floats.Contains(left) ? Floats : Integers;
        return Array.IndexOf(order, left) >= Array.IndexOf(order, right) ? left : right;
    }

    /// <summary>
    /// What PyTorch promotes operands to: tensors without dimensions, and after them plain numbers, count only where they are of a higher category, as a float beside integers.
    /// </summary>
    public static Type Promote(IEnumerable<Tensor> tensors, IEnumerable<JsonElement> numbers)
    {
        ILookup<bool, Tensor> byRank = tensors.ToLookup(tensor => tensor.Strides.Length > 0);
        Type? type = Over(byRank[true].Select(tensor => tensor.ElementType));
        type = Raise(type, Over(byRank[false].Select(tensor => tensor.ElementType)));
        return Raise(type, Over(numbers.Select(OfNumber))) ?? throw new InvalidDataException("There are no operands.");

        static Type? Over(IEnumerable<Type> types) => types.Aggregate((Type?)null, (all, type) => all is null ? type : Promote(all, type));

        static Type? Raise(Type? type, Type? other) => type is null || (other is not null && Category(other) > Category(type)) ? other : type;
    }

    /// <summary>A tensor with elements of another type: the conversion that C# code writes where PyTorch promotes.</summary>
    public static Tensor<T> Convert<T>(Tensor tensor)
        where T : unmanaged => tensor switch
        {
            Tensor<T> same => same,
            Tensor<Half> x => x.To<T>(),
            Tensor<float> x => x.To<T>(),
            Tensor<double> x => x.To<T>(),
            Tensor<sbyte> x => x.To<T>(),
            Tensor<short> x => x.To<T>(),
            Tensor<int> x => x.To<T>(),
            Tensor<long> x => x.To<T>(),
            Tensor<byte> x => x.To<T>(),
            Tensor<bool> x => x.To<T>(),
            _ => throw new InvalidDataException($"The element type {tensor.ElementType} is not known."),
        };

    /// <summary>A tensor with elements of a type by its name.</summary>
    public static Tensor Convert(Tensor tensor, string name) => name switch
    {
        "float16" => Convert<Half>(tensor),
        "float32" => Convert<float>(tensor),
        "float64" => Convert<double>(tensor),
        "int8" => Convert<sbyte>(tensor),
        "int16" => Convert<short>(tensor),
        "int32" => Convert<int>(tensor),
        "int64" => Convert<long>(tensor),
        "uint8" => Convert<byte>(tensor),
        "bool" => Convert<bool>(tensor),
        _ => throw new InvalidDataException($"The element type {name} is not known."),
    };

    /// <summary>A plain number is a truth value, a long or a float.</summary>
    private static Type OfNumber(JsonElement number) =>
        number.ValueKind is JsonValueKind.True or JsonValueKind.False ? typeof(bool)
        : number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out _) && number.GetRawText().All(symbol => symbol is '-' or (>= '0' and <= '9')) ? typeof(long)
        : typeof(float);

    private static int Category(Type type) => type == typeof(bool) ? 0 : Integers.Contains(type) ? 1 : 2;
}
