using System.Numerics;

namespace TypedTensors;

/// <summary>The flat buffer of a model's parameters, with one of the same layout for their gradients.</summary>
internal sealed class ParameterStorage<T> : Storage<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private static readonly Lock Moving = new();
    private static long _lastGeneration;

    private Storage<T>? _gradients;
    private T[]? _contribution;

    private ParameterStorage(T[] elements, int version)
        : base(elements, version)
    {
    }

    /// <summary>The gradients. There are none, and no memory for them, until one is computed.</summary>
    public Storage<T> Gradients => Volatile.Read(ref _gradients) ?? AllocateGradients();

    /// <summary>The gradients of one call that is to be added to <see cref="Gradients"/>.</summary>
    public T[] Contribution => _contribution ??= new T[Elements.Length];

    /// <summary>Which computation the gradients are from; no two computations in the process have the same number. 0 before the first.</summary>
    public long Generation { get; set; }

    public static long NextGeneration() => Interlocked.Increment(ref _lastGeneration);

    /// <summary>Moves tensors into one new buffer, but for those that lie in such a buffer already.</summary>
    /// <exception cref="InvalidOperationException">They have more elements than an array holds.</exception>
    public static void Gather(IReadOnlyCollection<Tensor<T>> tensors)
    {
        lock (Moving)
        {
            List<Tensor<T>> loose = [.. tensors.Where(tensor => tensor.Storage is not ParameterStorage<T>)];
            if (loose.Count == 0)
                return;
            long count = loose.Sum(tensor => (long)tensor.ElementCount);
            if (count > Array.MaxLength)
                throw new InvalidOperationException($"Parameters: {count} elements do not fit into one buffer, which holds {Array.MaxLength}");

            // A tape that saved a parameter goes by its version: unchanged where all agree, and never a number that another content had.
            int version = loose.Max(tensor => tensor.StorageVersion);
            var storage = new ParameterStorage<T>(GC.AllocateUninitializedArray<T>((int)count), version);
            int offset = 0;
            foreach (Tensor<T> tensor in loose)
            {
                tensor.MoveTo(storage, offset);
                offset += tensor.ElementCount;
            }
        }
    }

    private Storage<T> AllocateGradients()
    {
        var gradients = new Storage<T>(new T[Elements.Length]);
        return Interlocked.CompareExchange(ref _gradients, gradients, null) ?? gradients;
    }
}
