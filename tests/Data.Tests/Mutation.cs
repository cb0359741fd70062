using System.Buffers.Binary;
using System.Text;
using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

/// <summary>Damages files at random.</summary>
internal static class Mutation
{
    private static ReadOnlySpan<byte> Telling => [0x00, 0x01, 0x08, 0x0D, 0x1F, 0x20, 0x7F, 0x80, 0x8B, 0xFF, (byte)'"', (byte)'{', (byte)'}', (byte)'[', (byte)'\\', (byte)'-'];

    private static ReadOnlySpan<uint> TellingSizes => [0, 1, 2, 3, 0x7F, 0xFF, 0xFFFF, 0x10000, 0x7FFFFFC7, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private static string[] TellingNumbers { get; } = ["0", "1", "-1", "3", "16", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775808", "1e9", "2L", ""];

    /// <summary>
    /// A copy with one to four changes: a byte set, a bit flipped, bytes cut out, inserted or doubled, the end cut off, a size replaced by another one in either
    /// byte order, a number in a text replaced by another one.
    /// </summary>
    public static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = random.Next(Math.Min(8, bytes.Count - at) + 1);
            switch (random.Next(8))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = Telling[random.Next(Telling.Length)];
                    break;
                case 1 when at < bytes.Count:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.Insert(at, Telling[random.Next(Telling.Length)]);
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 5 when random.Next(4) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 6:
                    ReplaceSize(bytes, at, random);
                    break;
                case 7:
                    ReplaceNumber(bytes, at, random);
                    break;
            }
        }

        return [.. bytes];
    }

    private static void ReplaceSize(List<byte> bytes, int at, Random random)
    {
        byte[] size = new byte[4];
        uint value = TellingSizes[random.Next(TellingSizes.Length)];
        if (random.Next(2) == 0)
            BinaryPrimitives.WriteUInt32LittleEndian(size, value);
        else
            BinaryPrimitives.WriteUInt32BigEndian(size, value);
        int width = random.Next(2) == 0 ? 4 : 2;
        at = Math.Max(0, Math.Min(at, bytes.Count - width));
        for (int i = 0; i < width && at + i < bytes.Count; i++)
            bytes[at + i] = size[i];
    }

    private static void ReplaceNumber(List<byte> bytes, int at, Random random)
    {
        int start = bytes.FindIndex(at, value => char.IsAsciiDigit((char)value));
        if (start < 0)
            return;
        int end = start;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end]))
            end++;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, Encoding.ASCII.GetBytes(TellingNumbers[random.Next(TellingNumbers.Length)]));
    }

    public static void AssertOneSentence(DataFileException exception)
    {
        Assert.StartsWith(exception.File + ": ", exception.Message);
        Assert.EndsWith(".", exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
