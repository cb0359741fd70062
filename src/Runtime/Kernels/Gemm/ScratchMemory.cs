using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Gemm;

/// <summary>Memory for packed blocks and intermediate results: one buffer per thread, which grows to the largest need and stays.</summary>
/// <remarks>
/// It is a pinned managed array, so nothing has to be freed, aligned by hand to a cache line. The buffer is taken out of its slot while it is
/// rented: a product that is started from an epilogue gets another one.
/// </remarks>
internal unsafe ref struct ScratchMemory
{
    private const int Alignment = 64;

    [ThreadStatic]
    private static byte[]? _idle;

    private byte[]? _buffer;
    private byte* _next;

    /// <summary>Rents memory for several areas.</summary>
    /// <param name="bytes">The sum of their sizes.</param>
    /// <param name="areas">How many areas will be taken.</param>
    public static ScratchMemory Rent(nint bytes, int areas)
    {
        nint needed = bytes + ((nint)Alignment * (areas + 1));
        byte[]? buffer = _idle;
        _idle = null;
        if (buffer is null || buffer.LongLength < needed)
            buffer = GC.AllocateUninitializedArray<byte>(checked((int)needed), pinned: true);
        return new ScratchMemory { _buffer = buffer, _next = Align((byte*)Unsafe.AsPointer(ref buffer[0])) };
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
        if (_buffer is not null)
            _idle = _buffer;
        _buffer = null;
    }

    private static byte* Align(byte* pointer) => (byte*)(((nuint)pointer + (Alignment - 1)) & ~(nuint)(Alignment - 1));
}
