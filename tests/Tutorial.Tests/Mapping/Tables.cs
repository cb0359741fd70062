using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using TypedTensors.Data;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Mapping;

/// <summary>What the tables of the cases are held against.</summary>
internal static class Tables
{
    private static readonly Dictionary<string, Action<JsonElement>> Table = new()
    {
        ["dtype-table"] = CheckElementTypes,
        ["promotion-table"] = CheckPromotions,
        ["mnist-idx-files"] = CheckFileNames,
    };

    public static IEnumerable<string> Cases => Table.Keys;

    public static Action<JsonElement> Of(string id) =>
        Table.TryGetValue(id, out Action<JsonElement>? check) ? check : throw new InvalidDataException($"The table of {id} has no counterpart in {nameof(Tables)}.");

    // PyTorch's other names of its types, as torch.FloatTensor, have none here: Tensor<float> is the only one.
    private static void CheckElementTypes(JsonElement table)
    {
        foreach (JsonElement row in table.GetProperty("rows").EnumerateArray())
        {
            string name = row.GetProperty("dtype").GetString()!;
            Type type = ElementTypes.Of(name);
            Limits limits = type == typeof(float) ? LimitsOf<float>() : type == typeof(double) ? LimitsOf<double>() : type == typeof(Half) ? LimitsOf<Half>()
                : type == typeof(byte) ? LimitsOf<byte>() : type == typeof(sbyte) ? LimitsOf<sbyte>() : type == typeof(short) ? LimitsOf<short>()
                : type == typeof(int) ? LimitsOf<int>() : LimitsOf<long>();
            string category = !ElementTypes.IsIntegral(type) ? "float" : limits.Min == 0 ? "unsigned int" : "signed int";
            Assert.Equal((row.GetProperty("bits").GetInt32(), row.GetProperty("category").GetString()), (limits.Bits, category));
            Assert.Equal((row.GetProperty("min").GetDouble(), row.GetProperty("max").GetDouble()), (limits.Min, limits.Max));
        }
    }

    // Nothing is promoted here; these are the conversions that C# code writes instead, and that the operations of the cases are run with.
    private static void CheckPromotions(JsonElement table)
    {
        string[] order = [.. table.GetProperty("order").EnumerateArray().Select(name => name.GetString()!)];
        foreach ((int i, JsonElement row) in table.GetProperty("result").EnumerateArray().Index())
        {
            Assert.Equal(
                row.EnumerateArray().Select(name => name.GetString()),
                order.Select(right => ElementTypes.NameOf(ElementTypes.Promote(ElementTypes.Of(order[i]), ElementTypes.Of(right)))));
        }
    }

    // The sizes of files and images are those of downloads; what a message asks for are the files.
    private static void CheckFileNames(JsonElement table)
    {
        DirectoryInfo empty = Directory.CreateTempSubdirectory();
        string messages = string.Join('\n', Enum.GetValues<DatasetPart>().Select(part => Assert.ThrowsAny<Exception>(() => Mnist.Load(empty.FullName, train: part == DatasetPart.Train)).Message));
        empty.Delete();
        Assert.All(table.GetProperty("files").EnumerateArray(), file => Assert.Contains(file[0].GetString()!, messages, StringComparison.Ordinal));
    }

    private static Limits LimitsOf<T>()
        where T : unmanaged, INumber<T>, IMinMaxValue<T> => new(8 * Unsafe.SizeOf<T>(), double.CreateChecked(T.MinValue), double.CreateChecked(T.MaxValue));

    private sealed record Limits(int Bits, double Min, double Max);
}
