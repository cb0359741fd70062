namespace TypedTensors.Tests.Devices;

/// <summary>Devices that are nothing but arrays of bytes.</summary>
internal sealed class MemoryBackend(string kind, int count) : IDeviceBackend
{
    private int _live;

    public string Kind => kind;

    public int Count { get; private set; } = count;

    /// <summary>How many allocations have not been disposed.</summary>
    public int Live => Volatile.Read(ref _live);

    /// <summary>Takes the devices away, so that other tests do not see them.</summary>
    public void Hide() => Count = 0;

    public string NameOf(int index) => $"bytes {index}";

    public IDeviceMemory Allocate(int index, long byteCount)
    {
        Interlocked.Increment(ref _live);
        return new Bytes(this, byteCount);
    }

    private sealed class Bytes(MemoryBackend backend, long byteCount) : IDeviceMemory
    {
        private readonly byte[] _bytes = new byte[byteCount];

        public long ByteCount => byteCount;

        public void Write(ReadOnlySpan<byte> source, long offset) => source.CopyTo(_bytes.AsSpan((int)offset));

        public void Read(long offset, Span<byte> destination) => _bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);

        public void Dispose() => Interlocked.Decrement(ref backend._live);
    }
}
