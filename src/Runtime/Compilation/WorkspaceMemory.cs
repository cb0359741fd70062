using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Compilation;

/// <summary>Memory that begins at a cache line, stays where it is, and is replaced by more when it does not suffice.</summary>
internal sealed class WorkspaceMemory
{
    // Lines rather than bytes, since an array holds at most 2^31 of them.
    private Line[] _lines = [];
    private nint _start;

    public long Length { get; private set; }

    /// <summary>Makes room; what was in the memory is lost when it grows.</summary>
    public void Reserve(long bytes)
    {
        if (bytes <= Length)
            return;
        long lines = (bytes + MemoryPlanner.Alignment - 1) / MemoryPlanner.Alignment;
        _lines = GC.AllocateUninitializedArray<Line>(checked((int)lines + 1), pinned: true);
        FreshMemory.MarkIfAsked(_lines.AsSpan());
        _start = (nint)(-AddressOfFirst() & (MemoryPlanner.Alignment - 1));
        Length = lines * MemoryPlanner.Alignment;
    }

    /// <summary>A part of the memory.</summary>
    /// <param name="offset">Where it begins, in bytes.</param>
    /// <param name="count">The number of elements.</param>
    public Span<T> Part<T>(long offset, int count)
        where T : unmanaged
    {
        if (count == 0)
            return [];
        if (offset < 0 || offset + ((long)count * Unsafe.SizeOf<T>()) > Length)
            throw new InvalidOperationException("Workspace: the memory was planned for another workspace, or not yet added to this one");
        ref byte first = ref Unsafe.As<Line, byte>(ref MemoryMarshal.GetArrayDataReference(_lines));
        return MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref first, _start + (nint)offset)), count);
    }

    private unsafe nint AddressOfFirst() => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_lines));

    [InlineArray(MemoryPlanner.Alignment)]
    private struct Line
    {
        private byte _first;
    }
}
