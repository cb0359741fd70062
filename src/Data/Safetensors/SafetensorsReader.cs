using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace TypedTensors.Data;

/// <summary>Reads the safetensors format. Nothing is allocated for elements before the whole header has been checked.</summary>
internal static class SafetensorsReader
{
    public const string MetadataName = "__metadata__";

    private const int LengthBytes = 8;

    public static IReadOnlyDictionary<string, Tensor<float>> Read(Stream stream, string file)
    {
        long total = stream.Length - stream.Position;
        byte[] header = ReadHeader(stream, file, total);
        List<Entry> entries = ParseHeader(header, file);
        CheckRanges(entries, total - LengthBytes - header.Length, file);

        long start = stream.Position;
        Dictionary<string, Tensor<float>> tensors = [];
        foreach (Entry entry in entries)
        {
            stream.Position = start + entry.Begin;
            tensors.Add(entry.Name, Tensor.From(ReadElements(stream, entry.Shape.ElementCount), entry.Shape.Sizes));
        }

        return tensors;
    }

    private static byte[] ReadHeader(Stream stream, string file, long total)
    {
        if (total < LengthBytes)
            throw new DataFileException(file, $"the file has {total} bytes; expected a safetensors file, which has at least {LengthBytes}");
        Span<byte> prefix = stackalloc byte[LengthBytes];
        stream.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > Safetensors.MaxHeaderLength)
        {
            throw new DataFileException(
                file, $"the header's length is given as {length} bytes; expected a safetensors file, with at most {Safetensors.MaxHeaderLength}");
        }

        if ((long)length > total - LengthBytes)
            throw new DataFileException(file, $"the file is cut short: the header should have {length} bytes, and {total - LengthBytes} follow");
        byte[] header = new byte[length];
        stream.ReadExactly(header);
        if (length == 0 || header[0] != (byte)'{')
            throw new DataFileException(file, "the header does not begin with '{'; expected a JSON object");
        return header;
    }

    private static List<Entry> ParseHeader(byte[] header, string file)
    {
        try
        {
            JsonDocumentOptions options = new() { MaxDepth = 3, AllowDuplicateProperties = false };
            using JsonDocument document = JsonDocument.Parse(header, options);
            List<Entry> entries = [];
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                if (property.Name == MetadataName)
                    CheckMetadata(property.Value, file);
                else
                    entries.Add(ParseEntry(property, file));
            }

            return entries;
        }
        catch (JsonException exception)
        {
            // The parser's own message may quote damaged bytes. It gives no position for a name that occurs twice.
            string where = exception.BytePositionInLine is { } position ? $"it ends or breaks off at byte {position} of line {exception.LineNumber + 1}" : "a name occurs twice";
            throw new DataFileException(file, $"the header is not valid JSON ({where})", exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new DataFileException(file, "the header holds text that is not valid Unicode", exception);
        }
    }

    private static void CheckMetadata(JsonElement metadata, string file)
    {
        if (metadata.ValueKind != JsonValueKind.Object || metadata.EnumerateObject().Any(entry => entry.Value.ValueKind != JsonValueKind.String))
            throw new DataFileException(file, $"'{MetadataName}' in the header is not an object of strings");
    }

    private static Entry ParseEntry(JsonProperty property, string file)
    {
        string subject = $"tensor '{Printable(property.Name)}' in the header";
        JsonElement entry = property.Value;
        if (entry.ValueKind != JsonValueKind.Object || entry.EnumerateObject().Count() != 3 ||
            !entry.TryGetProperty("dtype", out JsonElement type) || type.ValueKind != JsonValueKind.String ||
            !entry.TryGetProperty("shape", out JsonElement shape) || !TryReadIntegers(shape, out long[] sizes) ||
            !entry.TryGetProperty("data_offsets", out JsonElement offsets) || !TryReadIntegers(offsets, out long[] range) || range.Length != 2)
        {
            throw new DataFileException(file, $"{subject} is malformed; expected exactly a dtype, a shape of integers and two data_offsets");
        }

        if (!type.ValueEquals("F32"))
            throw new DataFileException(file, $"{subject} has dtype {Printable(type.GetString()!)}; expected F32");
        return new Entry(property.Name, ParseShape(sizes, subject, file), range[0], range[1]);
    }

    private static bool TryReadIntegers(JsonElement array, out long[] integers)
    {
        integers = [];
        if (array.ValueKind != JsonValueKind.Array)
            return false;
        long[] values = new long[array.GetArrayLength()];
        int count = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Number || !element.TryGetInt64(out values[count]) || values[count++] < 0)
                return false;
        }

        integers = values;
        return true;
    }

    private static Shape ParseShape(long[] sizes, string subject, string file)
    {
        try
        {
            return new Shape([.. sizes.Select(size => checked((int)size))]);
        }
        catch (Exception exception) when (exception is OverflowException or ShapeException)
        {
            throw new DataFileException(
                file, $"{subject} has shape ({string.Join(", ", sizes)}); expected at most {int.MaxValue} elements", exception);
        }
    }

    /// <summary>Every tensor has the bytes that its shape needs, and together they cover the data once, without gaps.</summary>
    private static void CheckRanges(List<Entry> entries, long dataLength, string file)
    {
        long position = 0;
        foreach (Entry entry in entries.OrderBy(entry => entry.Begin).ThenBy(entry => entry.End))
        {
            string subject = $"tensor '{Printable(entry.Name)}' in the header has data_offsets {entry.Begin} to {entry.End}";
            if (entry.End > dataLength)
                throw new DataFileException(file, $"{subject}, but {dataLength} bytes of data follow; the file is cut short or damaged");
            if (entry.End - entry.Begin != (long)entry.Shape.ElementCount * sizeof(float))
                throw new DataFileException(file, $"{subject}; expected {(long)entry.Shape.ElementCount * sizeof(float)} bytes for shape {entry.Shape}");
            if (entry.Begin != position)
                throw new DataFileException(file, $"{subject}; expected {position}, where the tensor before it ends");
            position = entry.End;
        }

        if (position != dataLength)
            throw new DataFileException(file, $"{dataLength} bytes of data follow the header; expected {position}, where the last tensor ends");
    }

    private static float[] ReadElements(Stream stream, int count)
    {
        float[] elements = new float[count];
        stream.ReadExactly(MemoryMarshal.AsBytes(elements.AsSpan()));
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<float, int>(elements.AsSpan());
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        return elements;
    }

    /// <summary>A name from a file, made fit for a message of one line.</summary>
    private static string Printable(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
        return line.Length <= 60 ? line : line[..60] + "...";
    }

    private readonly record struct Entry(string Name, Shape Shape, long Begin, long End);
}
