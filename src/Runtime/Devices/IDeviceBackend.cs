namespace TypedTensors;

/// <summary>What a package that brings devices implements, and registers by <see cref="Device.Register"/>. Safe to call from several threads.</summary>
public interface IDeviceBackend
{
    /// <summary>The kind of its devices, in small letters: <c>cuda</c>.</summary>
    string Kind { get; }

    /// <summary>How many devices there are; 0 where the package runs without one.</summary>
    int Count { get; }

    /// <summary>What a device calls itself.</summary>
    /// <param name="index">Which one.</param>
    string NameOf(int index);

    /// <summary>Memory on a device, whose contents are not defined. A backend keeps what is disposed for the next one, because devices allocate slowly.</summary>
    /// <param name="index">Which device.</param>
    /// <param name="byteCount">How many bytes, at least 0.</param>
    IDeviceMemory Allocate(int index, long byteCount);
}
