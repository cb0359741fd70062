namespace TypedTensors;

/// <summary>The flat memory behind one or more tensors, with a counter of the writes to it.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal class Storage<T>
    where T : unmanaged
{
    private readonly T[]? _elements;

    /// <summary>Storage over given memory.</summary>
    /// <param name="elements">The memory.</param>
    /// <param name="version">The version to begin with: for memory that takes the place of another, not below that one's.</param>
    public Storage(T[] elements, int version = 0)
    {
        _elements = elements;
        Version = version;
    }

    /// <summary>Storage whose elements do not lie in memory of the host.</summary>
    private protected Storage()
    {
    }

    /// <summary>Where the elements lie.</summary>
    public virtual Device Device => Device.Cpu;

    /// <summary>The elements.</summary>
    /// <exception cref="DeviceException">They do not lie in memory of the host.</exception>
    public T[] Elements => _elements ?? throw new DeviceException($"the tensor lies on {Device}, where this cannot be done; copy it to the processor: x.To(Device.Cpu)");

    /// <summary>Grows with every write after creation, so that a tape can tell that a saved value has changed.</summary>
    public int Version { get; private set; }

    public void MarkWritten() => Version++;

    /// <summary>New memory whose contents are not defined.</summary>
    public static Storage<T> Allocate(int elementCount)
    {
        T[] elements = GC.AllocateUninitializedArray<T>(elementCount);
        FreshMemory.MarkIfAsked(elements.AsSpan());
        return new Storage<T>(elements);
    }
}
