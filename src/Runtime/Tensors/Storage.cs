using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>The flat memory behind one or more tensors, with a counter of the writes to it.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed class Storage<T>
    where T : unmanaged
{
    public Storage(T[] elements) => Elements = elements;

    public T[] Elements { get; }

    /// <summary>Grows with every write after creation, so that a tape can tell that a saved value has changed.</summary>
    public int Version { get; private set; }

    public void MarkWritten() => Version++;

    /// <summary>New memory whose contents are not defined.</summary>
    public static Storage<T> Allocate(int elementCount)
    {
        T[] elements = GC.AllocateUninitializedArray<T>(elementCount);
        if (FreshMemory.IsMarked)
            MemoryMarshal.AsBytes(elements.AsSpan()).Fill(FreshMemory.Mark);
        return new Storage<T>(elements);
    }
}
