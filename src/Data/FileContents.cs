using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Data;

/// <summary>What the formats of arrays share: elements that a header promises and a stream holds or does not hold.</summary>
internal static class FileContents
{
    private const int FirstBytes = 1 << 16;
    private const int BlockElements = 1 << 20;

    /// <summary>Reads elements as they lie in a stream, and whether it goes on behind them. Where fewer follow, <paramref name="byteCount"/> says how many bytes.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="count">The number of elements that were promised.</param>
    /// <param name="isPresent">Whether the stream is known to be so long. If not, memory doubles with what was read.</param>
    /// <param name="byteCount">The number of bytes that were read.</param>
    /// <param name="hasMore">Whether there are bytes behind the last element.</param>
    public static T[] ReadUpTo<T>(Stream stream, int count, bool isPresent, out long byteCount, out bool hasMore)
        where T : unmanaged
    {
        int width = Unsafe.SizeOf<T>();
        var elements = new T[isPresent ? count : Math.Min(count, FirstBytes / width)];
        byteCount = 0;
        for (int position = 0; position < count;)
        {
            if (position == elements.Length)
                Array.Resize(ref elements, (int)Math.Min(count, 2L * position));
            Span<byte> block = MemoryMarshal.AsBytes(elements.AsSpan(position, Math.Min(BlockElements, elements.Length - position)));
            int read = stream.ReadAtLeast(block, block.Length, throwOnEndOfStream: false);
            byteCount += read;
            if (read < block.Length)
                break;
            position += block.Length / width;
        }

        hasMore = stream.ReadByte() >= 0;
        return elements;
    }

    /// <summary>What is wrong with the number of bytes behind a header, or null.</summary>
    /// <param name="sizes">The sizes that the header gives.</param>
    /// <param name="length">The number of bytes that they need.</param>
    /// <param name="actual">The number of bytes that follow, at least.</param>
    /// <param name="isMinimum">Whether there may be more than <paramref name="actual"/> bytes.</param>
    public static string? LengthProblem(ReadOnlySpan<int> sizes, long length, long actual, bool isMinimum = false)
    {
        if (actual == length)
            return null;
        string promised = $"the header promises {length} bytes of data, for ({string.Join(", ", sizes.ToArray())})";
        return actual < length
            ? $"the file is cut short: {promised}, and {Math.Max(0, actual)} follow"
            : $"there is data behind the end: {promised}, and {(isMinimum ? "more" : actual)} follow";
    }
}
