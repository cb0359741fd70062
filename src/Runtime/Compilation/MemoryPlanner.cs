namespace TypedTensors.Compilation;

/// <summary>Gives each request an offset, such that requests that are needed at the same time do not overlap.</summary>
/// <remarks>
/// The largest request first, each into the first gap that is long enough between those already placed that live at the same time: the "greedy by
/// size" of Pisarchyk and Lee, "Efficient memory management for deep neural net inference" (2020).
/// </remarks>
internal static class MemoryPlanner
{
    /// <summary>What offsets are multiples of: a cache line, which is also the widest vector.</summary>
    public const int Alignment = 64;

    /// <summary>Places all requests.</summary>
    /// <returns>How much memory they need together, in bytes.</returns>
    public static long Place(IReadOnlyCollection<MemoryRequest> requests)
    {
        long total = 0;
        var placed = new List<MemoryRequest>(requests.Count); // by offset
        foreach (MemoryRequest request in requests.OrderByDescending(request => request.Bytes))
        {
            long offset = 0;
            foreach (MemoryRequest other in placed)
            {
                if (!other.IsLiveWith(request))
                    continue;
                if (other.Offset - offset >= request.Bytes)
                    break;
                offset = Math.Max(offset, Align(other.Offset + other.Bytes));
            }

            request.Offset = offset;
            int later = placed.FindIndex(other => other.Offset > offset);
            placed.Insert(later < 0 ? placed.Count : later, request);
            total = Math.Max(total, offset + request.Bytes);
        }

        return total;
    }

    private static long Align(long offset) => (offset + (Alignment - 1)) & ~(Alignment - 1L);
}
