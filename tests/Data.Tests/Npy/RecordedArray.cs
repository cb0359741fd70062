using System.Text.Json;

namespace TypedTensors.Tests.Data;

/// <summary>An array that numpy wrote, as <c>tests/Recordings/npy_files.py</c> records it.</summary>
/// <param name="json">The record.</param>
internal sealed class RecordedArray(JsonElement json)
{
    private static readonly JsonElement Root = ReadRoot();

    /// <summary>All arrays.</summary>
    public static IEnumerable<RecordedArray> All => Root.GetProperty("arrays").EnumerateArray().Select(item => new RecordedArray(item));

    /// <summary>Whether the library is to write the same bytes.</summary>
    public bool IsWrittenAlike => json.GetProperty("kind").GetString() == "written";

    public bool IsColumnMajor => json.GetProperty("column_major").GetBoolean();

    public byte[] File => FileOf(json);

    public string Name => $"{json.GetProperty("type").GetString()} ({string.Join(", ", Shape)})";

    private int[] Shape => [.. json.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];

    /// <summary>The files of numpy that the library does not read, by what is in them.</summary>
    public static byte[] Refused(string kind) =>
        FileOf(Root.GetProperty("refused").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == kind));

    /// <summary>An archive, and the arrays in it.</summary>
    public static (byte[] File, Dictionary<string, RecordedArray> Arrays) Archive(string kind)
    {
        JsonElement archive = Root.GetProperty("archives").EnumerateArray().Single(item => item.GetProperty("kind").GetString() == kind);
        return (FileOf(archive), archive.GetProperty("arrays").EnumerateObject().ToDictionary(item => item.Name, item => new RecordedArray(item.Value)));
    }

    /// <summary>The array as a tensor.</summary>
    public Tensor ToTensor() => json.GetProperty("type").GetString() switch
    {
        "b1" => Make(value => value != 0),
        "i1" => Make(value => (sbyte)value),
        "i2" => Make(value => (short)value),
        "i4" => Make(value => (int)value),
        "i8" => Make(value => value),
        "u1" => Make(value => (byte)value),
        "u2" => Make(value => (ushort)value),
        "u4" => Make(value => (uint)value),
        "u8" => Make(value => (ulong)value),
        "f2" => Make(value => (Half)value),
        "f4" => Make(value => (float)value),
        "f8" => Make(value => (double)value),
        var other => throw new InvalidDataException($"The type {other} is not known."),
    };

    private static byte[] FileOf(JsonElement json) => json.GetProperty("file").GetBytesFromBase64();

    private static JsonElement ReadRoot()
    {
        using FileStream stream = System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Recorded", "npy.json"));
        return JsonDocument.Parse(stream).RootElement;
    }

    private Tensor<T> Make<T>(Func<long, T> convert)
        where T : unmanaged =>
        Tensor.From<T>(json.GetProperty("data").EnumerateArray().Select(value => convert(value.GetInt64())).ToArray(), Shape);
}
