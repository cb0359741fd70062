using System.Collections;

namespace TypedTensors.Data;

/// <summary>Goes through a data set in batches, in order or shuffled.</summary>
/// <remarks>
/// Every enumeration is an epoch. When the loader shuffles, each epoch has an order of its own, which depends on the seed and the
/// number of the epoch alone: two loaders with the same seed give the same batches, whatever the number of their workers.
/// </remarks>
/// <typeparam name="TX">The element type of the examples.</typeparam>
/// <typeparam name="TY">The element type of the targets.</typeparam>
public sealed class DataLoader<TX, TY> : IEnumerable<(Tensor<TX> X, Tensor<TY> Y)>
    where TX : unmanaged
    where TY : unmanaged
{
    private readonly IDataset<TX, TY> _dataset;
    private readonly int? _shuffleSeed;
    private readonly bool _dropLast;
    private readonly int _workers;
    private int _nextEpoch;

    /// <summary>Prepares a loader.</summary>
    /// <param name="dataset">The examples and their targets.</param>
    /// <param name="batchSize">How many examples a batch has.</param>
    /// <param name="shuffleSeed">What the order is drawn from; null keeps the order of the data set.</param>
    /// <param name="dropLast">Whether to leave out a last batch that would be shorter than the others.</param>
    /// <param name="workers">
    /// How many batches are prepared ahead by other threads while one is used; with 0 each is prepared when it is asked for. The data set is then asked by several threads.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The batch size is not positive, or the number of workers is negative.</exception>
    public DataLoader(IDataset<TX, TY> dataset, int batchSize, int? shuffleSeed = null, bool dropLast = false, int workers = 0)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batchSize);
        ArgumentOutOfRangeException.ThrowIfNegative(workers);
        _dataset = dataset;
        BatchSize = batchSize;
        _shuffleSeed = shuffleSeed;
        _dropLast = dropLast;
        _workers = workers;
    }

    /// <summary>How many examples a batch has; the last one may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>How many batches an epoch has.</summary>
    public int BatchCount => _dropLast ? _dataset.Count / BatchSize : (int)(((long)_dataset.Count + BatchSize - 1) / BatchSize);

    /// <summary>The batches of one epoch.</summary>
    /// <param name="epoch">The number of the epoch, from 0.</param>
    public IEnumerable<(Tensor<TX> X, Tensor<TY> Y)> Epoch(int epoch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epoch);
        return Enumerate(epoch);
    }

    /// <summary>The batches of the next epoch.</summary>
    public IEnumerator<(Tensor<TX> X, Tensor<TY> Y)> GetEnumerator() => Enumerate(_nextEpoch++).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<(Tensor<TX> X, Tensor<TY> Y)> Enumerate(int epoch)
    {
        int[] order = Order(epoch);
        int batchCount = BatchCount;
        if (_workers == 0)
        {
            for (int batch = 0; batch < batchCount; batch++)
                yield return Read(order, batch);
            yield break;
        }

        // Taken in the order in which they were begun, batches come in the order of the epoch, whichever is ready first.
        Queue<Task<(Tensor<TX> X, Tensor<TY> Y)>> ahead = new();
        for (int next = 0, taken = 0; taken < batchCount; taken++)
        {
            for (; next < batchCount && ahead.Count < _workers; next++)
            {
                int batch = next;
                ahead.Enqueue(Task.Run(() => Read(order, batch)));
            }

            yield return ahead.Dequeue().GetAwaiter().GetResult();
        }
    }

    private (Tensor<TX> X, Tensor<TY> Y) Read(int[] order, int batch)
    {
        int first = batch * BatchSize;
        return _dataset.Select(order.AsSpan(first, Math.Min(BatchSize, order.Length - first)));
    }

    private int[] Order(int epoch)
    {
        int count = _dataset.Count;
        if (_shuffleSeed is not { } seed)
            return [.. Enumerable.Range(0, count)];

        // A permutation draws fewer blocks than it has elements, so every epoch has a part of the stream to itself.
        return new Generator(seed) { Position = (long)epoch * count }.Permutation(count);
    }
}
