using System.Collections.Immutable;

namespace TypedTensors;

/// <summary>The backends that packages have registered, in that order.</summary>
internal static class DeviceRegistry
{
    private static ImmutableArray<IDeviceBackend> _backends = [];

    public static ImmutableArray<IDeviceBackend> Backends => _backends;

    public static IDeviceBackend? Find(string kind) => _backends.FirstOrDefault(backend => backend.Kind == kind);

    /// <exception cref="ArgumentException">There is another backend of the kind.</exception>
    public static void Add(IDeviceBackend backend) => ImmutableInterlocked.Update(
        ref _backends,
        static (known, added) => known.FirstOrDefault(candidate => candidate.Kind == added.Kind) switch
        {
            null => known.Add(added),
            { } same when ReferenceEquals(same, added) => known,
            _ => throw new ArgumentException($"Device: there is a backend for {added.Kind} already", nameof(backend)),
        },
        backend);
}
