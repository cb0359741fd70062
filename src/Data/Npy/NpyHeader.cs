using System.Buffers.Binary;
using System.Text;

namespace TypedTensors.Data;

/// <summary>What an NPY file says before its elements.</summary>
/// <param name="ElementType">The type of the elements.</param>
/// <param name="IsBigEndian">Whether the bytes of an element begin with the most significant one.</param>
/// <param name="IsColumnMajor">Whether the first index runs fastest.</param>
/// <param name="Shape">The sizes.</param>
/// <param name="Length">How many bytes the header takes, all before the elements.</param>
internal sealed record NpyHeader(NpyElementType ElementType, bool IsBigEndian, bool IsColumnMajor, Shape Shape, int Length)
{
    private const int Alignment = 64;

    // Room for the outermost size to grow when rows are appended, as numpy leaves it.
    private const int RoomForSize = 21;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a header.</summary>
    /// <exception cref="DataFileException">The stream ends too early or holds something else.</exception>
    public static NpyHeader Read(Stream stream, NpySource source)
    {
        Span<byte> start = stackalloc byte[8];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!start[..Math.Min(count, Magic.Length)].SequenceEqual(Magic[..Math.Min(count, Magic.Length)]) || count == 0)
            throw source.Refuse(Foreign(start[..count]));
        if (count < start.Length)
            throw source.Refuse("the file ends within its header; expected an NPY file");
        (int major, int minor) = (start[6], start[7]);
        if (major is < 1 or > 3 || minor != 0)
            throw source.Refuse($"the file has the format version {major}.{minor}; expected 1.0, 2.0 or 3.0");

        Span<byte> prefix = stackalloc byte[major == 1 ? 2 : 4];
        if (stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false) < prefix.Length)
            throw source.Refuse("the file ends within its header; expected the header's length");
        uint length = major == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(prefix) : BinaryPrimitives.ReadUInt32LittleEndian(prefix);
        if (length > Npy.MaxHeaderLength)
            throw source.Refuse($"the header's length is given as {length} bytes; expected at most {Npy.MaxHeaderLength}");
        byte[] text = new byte[length];
        int read = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
        if (read < length)
            throw source.Refuse($"the file ends within its header: it should have {length} bytes, and {read} follow");
        return Parse(Decode(text, major, source), start.Length + prefix.Length + text.Length, source);
    }

    /// <summary>The bytes before the elements, which begin at a multiple of 64.</summary>
    public static byte[] Write(string descr, bool isColumnMajor, Shape shape)
    {
        string sizes = shape.Rank == 1 ? $"({shape[0]},)" : shape.ToString();
        string text = $"{{'descr': '{descr}', 'fortran_order': {(isColumnMajor ? "True" : "False")}, 'shape': {sizes}, }}";
        if (shape.Rank > 0)
            text += new string(' ', RoomForSize - shape[isColumnMajor ? -1 : 0].ToString().Length);
        int before = Magic.Length + 2 + sizeof(ushort);
        int total = (before + text.Length + 1 + Alignment - 1) / Alignment * Alignment;

        byte[] bytes = new byte[total];
        Magic.CopyTo(bytes);
        bytes[Magic.Length] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(before - sizeof(ushort)), (ushort)(total - before));
        Encoding.ASCII.GetBytes(text.PadRight(total - before - 1) + "\n", bytes.AsSpan(before));
        return bytes;
    }

    private static string Foreign(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
            return "the file is empty; expected an NPY file";
        string expected = $"the file begins with the bytes {Spaced(start[..Math.Min(start.Length, Magic.Length)])}; expected an NPY file, which begins with {Spaced(Magic)}";
        return start.StartsWith("PK"u8) ? expected + ", and not a zip archive, which Npz reads" : expected;
    }

    private static string Spaced(ReadOnlySpan<byte> bytes) => string.Join(' ', bytes.ToArray().Select(value => value.ToString("X2")));

    private static string Decode(byte[] text, int version, NpySource source)
    {
        if (version < 3)
            return Encoding.Latin1.GetString(text);
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(text);
        }
        catch (DecoderFallbackException exception)
        {
            throw source.Refuse($"the header is not valid UTF-8 at byte {exception.Index}", exception);
        }
    }

    private static NpyHeader Parse(string text, int length, NpySource source)
    {
        Dictionary<string, object?> entries = Entries(text, source);
        if (entries["fortran_order"] is not bool isColumnMajor)
            throw source.Refuse($"'fortran_order' in the header is {Describe(entries["fortran_order"])}; expected True or False");
        (NpyElementType elementType, bool isBigEndian) = NpyElementType.Parse(entries["descr"], source);
        return new NpyHeader(elementType, isBigEndian, isColumnMajor, ReadShape(entries["shape"], source), length);
    }

    private static Dictionary<string, object?> Entries(string text, NpySource source)
    {
        List<KeyValuePair<string, object?>> pairs;
        try
        {
            pairs = PythonLiteral.ReadDictionary(text);
        }
        catch (FormatException exception)
        {
            throw source.Refuse($"the header is not a dictionary of Python literals ({exception.Message})", exception);
        }

        const string Expected = "expected 'descr', 'fortran_order' and 'shape'";
        Dictionary<string, object?> entries = [];
        foreach ((string key, object? value) in pairs)
        {
            if (key is not ("descr" or "fortran_order" or "shape"))
                throw source.Refuse($"the header has an entry '{NpySource.Printable(key)}'; {Expected}");
            if (!entries.TryAdd(key, value))
                throw source.Refuse($"the header has two entries '{key}'; {Expected}");
        }

        foreach (string key in (string[])["descr", "fortran_order", "shape"])
        {
            if (!entries.ContainsKey(key))
                throw source.Refuse($"the header has no entry '{key}'; {Expected}");
        }

        return entries;
    }

    private static Shape ReadShape(object? value, NpySource source)
    {
        if (value is not object?[] items || !items.All(item => item is long))
            throw source.Refuse($"'shape' in the header is {Describe(value)}; expected a tuple of whole numbers");
        if (items.Length > Npy.MaxRank)
            throw source.Refuse($"'shape' in the header has {items.Length} dimensions; expected at most {Npy.MaxRank}");
        try
        {
            return new Shape([.. items.Select(item => checked((int)(long)item!))]);
        }
        catch (Exception exception) when (exception is OverflowException or ShapeException)
        {
            throw source.Refuse(
                $"'shape' in the header is ({string.Join(", ", items)}); expected sizes that are not negative, and at most {int.MaxValue} elements", exception);
        }
    }

    private static string Describe(object? value) => value switch
    {
        null => "None",
        string text => $"'{NpySource.Printable(text)}'",
        object?[] => "a tuple of something else",
        List<object?> => "a list",
        _ => value.ToString()!,
    };
}
