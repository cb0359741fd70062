using System.Buffers.Binary;
using System.Text;
using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

/// <summary>Builds NPY files for tests.</summary>
internal static class NpyBytes
{
    /// <summary>A file with a header as given, in version 1.0 unless another is asked for.</summary>
    public static byte[] Of(string header, byte[] elements, byte version = 1)
    {
        byte[] text = version == 3 ? Encoding.UTF8.GetBytes(header) : Encoding.Latin1.GetBytes(header);
        byte[] length = new byte[version == 1 ? 2 : 4];
        if (version == 1)
            BinaryPrimitives.WriteUInt16LittleEndian(length, (ushort)text.Length);
        else
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. text, .. elements];
    }

    public static byte[] Of(Tensor tensor)
    {
        using MemoryStream stream = new();
        Npy.Write(stream, tensor);
        return stream.ToArray();
    }

    public static Tensor Read(byte[] bytes, bool canSeek = true) =>
        Npy.Read(canSeek ? new MemoryStream(bytes) : new ForwardStream(bytes), "some.npy");

    /// <summary>A stream that does not seek and gives few bytes at a time.</summary>
    internal sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(7, count));
    }
}
