using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedTensors;

/// <summary>A place where tensors lie and operations run: the processor, or a device that a package brings.</summary>
public readonly record struct Device
{
    private const string CpuKind = "cpu";

    // Null for the processor, so that it is the default value.
    private readonly string? _kind;

    private Device(string kind, int index)
    {
        _kind = kind == CpuKind ? null : kind;
        Index = index;
    }

    /// <summary>The processor, where every tensor is created.</summary>
    public static Device Cpu => default;

    /// <summary>The devices that are there, the processor first.</summary>
    public static IReadOnlyList<Device> Available =>
        [Cpu, .. from backend in DeviceRegistry.Backends from index in Enumerable.Range(0, backend.Count) select new Device(backend.Kind, index)];

    /// <summary>What kind of device it is: <c>cpu</c>, <c>cuda</c>.</summary>
    public string Kind => _kind ?? CpuKind;

    /// <summary>Which one of its kind, from 0.</summary>
    public int Index { get; }

    /// <summary>Whether the device is there: <c>Device.Cuda().IsAvailable ? Device.Cuda() : Device.Cpu</c>.</summary>
    public bool IsAvailable => _kind is null ? Index == 0 : DeviceRegistry.Find(_kind) is { } backend && Index < backend.Count;

    /// <summary>A device of NVIDIA's, which need not be there.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static Device Cuda(int index = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new("cuda", index);
    }

    /// <summary>Reads the name of a device, which need not be there: <c>cpu</c>, <c>cuda</c>, <c>cuda:1</c>. Without an index it is the first of its kind.</summary>
    /// <param name="text">The name.</param>
    /// <exception cref="FormatException">It is no name of a device.</exception>
    public static Device Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out Device device)
            ? device
            : throw new FormatException($"Device: \"{text}\" names no device; a name is a kind in small letters and perhaps an index, as cpu, cuda and cuda:0");
    }

    /// <summary>Reads the name of a device, if it is one.</summary>
    /// <param name="text">The name.</param>
    /// <param name="device">The device, which need not be there.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Device device)
    {
        device = default;
        string[] parts = text?.Split(':') ?? [];
        int index = 0;
        if (parts.Length is not (1 or 2) || !IsKind(parts[0])
            || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out index)))
            return false;
        device = new(parts[0], index);
        return true;
    }

    /// <summary>Makes the devices of a package available, from now on and for the whole process.</summary>
    /// <param name="backend">What the package knows of them.</param>
    /// <exception cref="ArgumentException">The kind is no name, or there is another backend for it.</exception>
    public static void Register(IDeviceBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        if (!IsKind(backend.Kind) || backend.Kind == CpuKind)
            throw new ArgumentException($"Device: \"{backend.Kind}\" cannot be the kind of a backend; a kind is written in small letters, and cpu is taken", nameof(backend));
        DeviceRegistry.Add(backend);
    }

    /// <summary>The name: <c>cpu</c>, <c>cuda:0</c>.</summary>
    public override string ToString() => _kind is null && Index == 0 ? CpuKind : string.Create(CultureInfo.InvariantCulture, $"{Kind}:{Index}");

    internal IDeviceMemory Allocate(long byteCount) => DeviceRegistry.Find(Kind)!.Allocate(Index, byteCount);

    private static bool IsKind(string text) => text.Length > 0 && text.All(char.IsAsciiLetterLower);
}
