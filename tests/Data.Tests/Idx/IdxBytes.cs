using System.Buffers.Binary;
using System.IO.Compression;
using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

/// <summary>Builds IDX files for tests.</summary>
internal static class IdxBytes
{
    /// <summary>A file of bytes with the given sizes, filled by <c>index % modulus</c>.</summary>
    public static byte[] Of(int[] sizes, int modulus = 256) =>
        Of(IdxElementType.UInt8, sizes, [.. Enumerable.Range(0, sizes.Aggregate(1, (a, b) => a * b)).Select(i => (byte)(i % modulus))]);

    public static byte[] Of(IdxElementType type, int[] sizes, byte[] elements)
    {
        byte[] header = new byte[4 + (4 * sizes.Length)];
        header[2] = (byte)type;
        header[3] = (byte)sizes.Length;
        for (int i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + (4 * i)), sizes[i]);
        return [.. header, .. elements];
    }

    public static byte[] Gzip(byte[] plain)
    {
        using MemoryStream target = new();
        using (GZipStream gzip = new(target, CompressionLevel.Fastest))
            gzip.Write(plain);
        return target.ToArray();
    }

    public static IdxFile Read(byte[] bytes) => IdxFile.Read(new MemoryStream(bytes), "some.idx");
}
