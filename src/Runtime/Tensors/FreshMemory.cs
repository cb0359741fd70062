using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>
/// A debugging aid for kernels: with the AppContext switch <c>TypedTensors.MarkFreshMemory</c>, new memory is filled with
/// bytes <c>A5</c>, so that an element that a kernel did not write can be seen.
/// </summary>
internal static class FreshMemory
{
    private const byte Mark = 0xA5;

    /// <summary>Fills memory that has just been allocated, where the switch is on.</summary>
    public static void MarkIfAsked<T>(Span<T> memory)
        where T : unmanaged
    {
        if (IsMarked)
            MemoryMarshal.AsBytes(memory).Fill(Mark);
    }

    private static bool IsMarked { get; } = AppContext.TryGetSwitch("TypedTensors.MarkFreshMemory", out bool isOn) && isOn;
}
