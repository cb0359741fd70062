using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Memory for packed blocks and intermediate results: buffers of the thread, which grow to the largest need and stay.</summary>
/// <remarks>
/// A buffer is a pinned managed array, so nothing has to be freed, aligned by hand to a cache line. Rentals nest (a staged product packs, an
/// epilogue may start a product), and each level of nesting has a buffer of its own.
/// </remarks>
internal unsafe ref struct ScratchMemory
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static List<byte[]>? _buffers;

    [ThreadStatic]
    private static int _rented;

    private byte* _next;

    /// <summary>Rents memory for several areas.</summary>
    /// <param name="bytes">The sum of their sizes.</param>
    /// <param name="areas">How many areas will be taken.</param>
    public static ScratchMemory Rent(nint bytes, int areas)
    {
        int needed = checked((int)(bytes + ((nint)Alignment * (areas + 1))));
        List<byte[]> buffers = _buffers ??= [];
        if (buffers.Count == _rented)
            buffers.Add([]);
        if (buffers[_rented].Length < needed)
            buffers[_rented] = GC.AllocateUninitializedArray<byte>(needed, pinned: true);
        return new ScratchMemory { _next = Align((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(buffers[_rented++]))) };
    }

    /// <summary>Takes the next area, aligned to a cache line.</summary>
    public T* Take<T>(nint count)
        where T : unmanaged
    {
        T* area = (T*)_next;
        _next = Align(_next + (count * sizeof(T)));
        return area;
    }

    /// <summary>Gives the memory back to the thread.</summary>
    public void Dispose()
    {
        _next = null;
        _rented--;
    }

    private static byte* Align(byte* pointer) => (byte*)(((nuint)pointer + (Alignment - 1)) & ~(nuint)(Alignment - 1));
}
