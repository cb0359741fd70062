using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

/// <summary>Damages files at random.</summary>
internal static class Mutation
{
    private static ReadOnlySpan<byte> Telling => [0x00, 0x01, 0x08, 0x0D, 0x1F, 0x20, 0x7F, 0x80, 0x8B, 0xFF, (byte)'"', (byte)'{', (byte)'}', (byte)'[', (byte)'\\', (byte)'-'];

    /// <summary>A copy with one to four changes: a byte set, a bit flipped, bytes cut out, inserted or doubled, the end cut off.</summary>
    public static byte[] Mutate(byte[] original, Random random)
    {
        List<byte> bytes = [.. original];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = random.Next(Math.Min(8, bytes.Count - at) + 1);
            switch (random.Next(6))
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
            }
        }

        return [.. bytes];
    }

    public static void AssertOneSentence(DataFileException exception)
    {
        Assert.StartsWith(exception.File + ": ", exception.Message);
        Assert.EndsWith(".", exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
