using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>Storage on a device. Whoever asks for its elements, as the kernels of the processor do, is told where they are.</summary>
internal sealed class DeviceStorage<T> : Storage<T>
    where T : unmanaged
{
    private readonly IDeviceMemory _memory;

    public DeviceStorage(Device device, ReadOnlySpan<T> elements)
    {
        Device = device;
        _memory = device.Allocate((long)elements.Length * Unsafe.SizeOf<T>());
        _memory.Write(MemoryMarshal.AsBytes(elements), 0);
    }

    // Tensors are not disposed, so the memory goes with the last of them.
    ~DeviceStorage() => _memory?.Dispose();

    public override Device Device { get; }

    public void Read(int offset, Span<T> elements)
    {
        _memory.Read((long)offset * Unsafe.SizeOf<T>(), MemoryMarshal.AsBytes(elements));
        GC.KeepAlive(this);
    }
}
