using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedTensors.Data;

/// <summary>Writes the safetensors format.</summary>
internal static class SafetensorsWriter
{
    public static void Write(Stream stream, IReadOnlyDictionary<string, Tensor<float>> tensors)
    {
        string[] names = [.. tensors.Keys.Order(StringComparer.Ordinal)];
        ReadOnlyMemory<byte> header = Header(names, tensors);

        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
        stream.Write(length);
        stream.Write(header.Span);
        foreach (string name in names)
            WriteElements(stream, tensors[name].ToArray());
    }

    private static ReadOnlyMemory<byte> Header(string[] names, IReadOnlyDictionary<string, Tensor<float>> tensors)
    {
        ArrayBufferWriter<byte> header = new();
        using (Utf8JsonWriter json = new(header, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            long position = 0;
            foreach (string name in names)
            {
                if (name == SafetensorsReader.MetadataName)
                    throw new ArgumentException($"Safetensors: '{name}' is reserved and cannot name a tensor", nameof(tensors));
                position = WriteEntry(json, name, tensors[name], position);
            }

            json.WriteEndObject();
        }

        // The elements begin at a multiple of 8 bytes, so that a reader can map them.
        int padding = -header.WrittenCount & 7;
        header.GetSpan(padding)[..padding].Fill((byte)' ');
        header.Advance(padding);
        return header.WrittenMemory;
    }

    /// <summary>Writes one entry of the header, and gives the position behind the tensor's elements.</summary>
    private static long WriteEntry(Utf8JsonWriter json, string name, Tensor<float> tensor, long position)
    {
        long end = position + ((long)tensor.ElementCount * sizeof(float));
        json.WriteStartObject(name);
        json.WriteString("dtype", "F32");
        json.WriteStartArray("shape");
        foreach (int size in tensor.Shape.Sizes)
            json.WriteNumberValue(size);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets");
        json.WriteNumberValue(position);
        json.WriteNumberValue(end);
        json.WriteEndArray();
        json.WriteEndObject();
        return end;
    }

    private static void WriteElements(Stream stream, float[] elements)
    {
        if (!BitConverter.IsLittleEndian)
        {
            Span<int> bits = MemoryMarshal.Cast<float, int>(elements.AsSpan());
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }

        stream.Write(MemoryMarshal.AsBytes(elements.AsSpan()));
    }
}
