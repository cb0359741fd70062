using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;

namespace TypedTensors.Data;

/// <summary>An array in the IDX format, the one of MNIST: a header with element type and sizes, then the elements.</summary>
/// <remarks>
/// The format (<c>http://yann.lecun.com/exdb/mnist</c>): two zero bytes, the element type, the number of dimensions, each size
/// as a big-endian 32-bit integer, then the elements in row-major order, big-endian. Nothing else is accepted: not a byte less,
/// not a byte more. Memory grows with what a file holds, never with what its header promises.
/// </remarks>
public sealed class IdxFile
{
    /// <summary>The most dimensions that are accepted.</summary>
    public const int MaxRank = 8;

    private readonly byte[] _bytes;

    private IdxFile(string name, IdxElementType elementType, int[] sizes, byte[] bytes)
    {
        Name = name;
        ElementType = elementType;
        Sizes = sizes;
        _bytes = bytes;
    }

    /// <summary>The file as the user named it, for messages.</summary>
    public string Name { get; }

    /// <summary>The type of the elements.</summary>
    public IdxElementType ElementType { get; }

    /// <summary>The sizes of the dimensions, outermost first; at least one.</summary>
    public IReadOnlyList<int> Sizes { get; }

    /// <summary>The elements as they lie in the file, big-endian.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The number of elements.</summary>
    public int ElementCount => _bytes.Length / WidthOf(ElementType);

    /// <summary>Reads a file, plain or compressed by gzip; which of the two, its first bytes tell.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">The file cannot be read or is not a valid IDX file.</exception>
    public static IdxFile Read(string path)
    {
        using FileStream stream = DataFileException.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads an IDX file, plain or compressed by gzip, from a stream that can seek.</summary>
    /// <param name="stream">The stream, at the beginning of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="DataFileException">The stream cannot be read or does not hold a valid IDX file.</exception>
    public static IdxFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            if (!IsGzip(stream))
                return Decode(stream, name, available: stream.Length - stream.Position);
            using GZipStream plain = new(stream, CompressionMode.Decompress, leaveOpen: true);
            return Decode(plain, name, available: null);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException(name, "the gzip compression is damaged or cut short", exception);
        }
        catch (Exception exception) when (DataFileException.IsReadingFailure(exception))
        {
            throw DataFileException.Unreadable(name, exception);
        }
    }

    /// <summary>The elements in row-major order, converted to a type.</summary>
    /// <typeparam name="T">The type to convert to; a value outside its range becomes the nearest one inside.</typeparam>
    public T[] ToArray<T>()
        where T : unmanaged, INumber<T>
    {
        T[] result = new T[ElementCount];
        int width = WidthOf(ElementType);
        for (int i = 0; i < result.Length; i++)
        {
            ReadOnlySpan<byte> element = _bytes.AsSpan(i * width, width);
            result[i] = ElementType switch
            {
                IdxElementType.UInt8 => T.CreateSaturating(element[0]),
                IdxElementType.Int8 => T.CreateSaturating((sbyte)element[0]),
                IdxElementType.Int16 => T.CreateSaturating(BinaryPrimitives.ReadInt16BigEndian(element)),
                IdxElementType.Int32 => T.CreateSaturating(BinaryPrimitives.ReadInt32BigEndian(element)),
                IdxElementType.Float32 => T.CreateSaturating(BinaryPrimitives.ReadSingleBigEndian(element)),
                _ => T.CreateSaturating(BinaryPrimitives.ReadDoubleBigEndian(element)),
            };
        }

        return result;
    }

    private static bool IsGzip(Stream stream)
    {
        Span<byte> first = stackalloc byte[2];
        int count = stream.ReadAtLeast(first, 2, throwOnEndOfStream: false);
        stream.Seek(-count, SeekOrigin.Current);
        return count == 2 && first[0] == 0x1F && first[1] == 0x8B;
    }

    /// <summary>Reads header and elements; <paramref name="available"/> is the length of the stream where that is known.</summary>
    private static IdxFile Decode(Stream stream, string name, long? available)
    {
        (IdxElementType type, int[] sizes, long length) = ReadHeader(stream, name);
        if (available is { } total)
            CheckLength(name, sizes, length, total - 4 - (4 * sizes.Length));
        byte[] bytes = FileContents.ReadUpTo<byte>(stream, (int)length, isPresent: available is not null, out long count, out bool hasMore);
        CheckLength(name, sizes, length, hasMore ? length + 1 : count, isMinimum: hasMore);
        return new IdxFile(name, type, sizes, bytes);
    }

    private static (IdxElementType Type, int[] Sizes, long Length) ReadHeader(Stream stream, string name)
    {
        Span<byte> header = stackalloc byte[4 + (4 * MaxRank)];
        if (stream.ReadAtLeast(header[..4], 4, throwOnEndOfStream: false) < 4)
            throw new DataFileException(name, "the file ends within its header; expected an IDX file");
        if (header[0] != 0 || header[1] != 0)
        {
            throw new DataFileException(
                name, $"the file begins with the bytes {header[0]:X2} {header[1]:X2}; expected an IDX file, which begins with 00 00");
        }

        var type = (IdxElementType)header[2];
        if (!Enum.IsDefined(type))
            throw new DataFileException(name, $"element type 0x{header[2]:X2} is unknown; expected 0x08, 0x09 or 0x0B to 0x0E");
        int rank = header[3];
        if (rank is 0 or > MaxRank)
            throw new DataFileException(name, $"the header names {rank} dimensions; expected 1 to {MaxRank}");
        if (stream.ReadAtLeast(header.Slice(4, 4 * rank), 4 * rank, throwOnEndOfStream: false) < 4 * rank)
            throw new DataFileException(name, $"the file ends within its header; expected the sizes of {rank} dimensions");

        int[] sizes = new int[rank];
        long length = WidthOf(type);
        for (int i = 0; i < rank; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header[(4 + (4 * i))..]);
            if (size > int.MaxValue)
                throw new DataFileException(name, $"dimension {i} has size {size}; expected at most {int.MaxValue}");
            sizes[i] = (int)size;

            // Both factors are below 2^31, so the product is exact.
            length *= size;
            if (length > Array.MaxLength)
                throw new DataFileException(name, $"the sizes in the header multiply to more than {Array.MaxLength} bytes; expected less");
        }

        return (type, sizes, length);
    }

    private static void CheckLength(string name, int[] sizes, long length, long actual, bool isMinimum = false)
    {
        if (FileContents.LengthProblem(sizes, length, actual, isMinimum) is { } problem)
            throw new DataFileException(name, problem);
    }

    private static int WidthOf(IdxElementType type) => type switch
    {
        IdxElementType.UInt8 or IdxElementType.Int8 => 1,
        IdxElementType.Int16 => 2,
        IdxElementType.Int32 or IdxElementType.Float32 => 4,
        _ => 8,
    };
}
