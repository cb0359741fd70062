namespace TypedTensors;

/// <summary>Memory on a device. Copies are ordered with the work that the device was given before, and done when they return.</summary>
public interface IDeviceMemory : IDisposable
{
    /// <summary>How many bytes it holds.</summary>
    long ByteCount { get; }

    /// <summary>Copies from the host.</summary>
    /// <param name="source">What to copy.</param>
    /// <param name="offset">Where it goes, in bytes from the beginning.</param>
    void Write(ReadOnlySpan<byte> source, long offset);

    /// <summary>Copies to the host.</summary>
    /// <param name="offset">Where to begin, in bytes from the beginning.</param>
    /// <param name="destination">What to fill.</param>
    void Read(long offset, Span<byte> destination);
}
