using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class DataLoaderTests
{
    [Fact]
    public void Without_shuffling_batches_come_in_order_and_the_last_is_short()
    {
        DataLoader<float, int> loader = new(Dataset(5), batchSize: 2);

        (Tensor<float> X, Tensor<int> Y)[] batches = [.. loader];

        Assert.Equal(3, loader.BatchCount);
        Assert.Equal([new Shape(2, 3), new Shape(2, 3), new Shape(1, 3)], batches.Select(batch => batch.X.Shape));
        Assert.Equal([0f, 0.25f, 0.5f, 1f, 1.25f, 1.5f], batches[0].X.ToArray());
        Assert.Equal([4f, 4.25f, 4.5f], batches[2].X.ToArray());
        Assert.Equal([0, 1, 2, 3, 4], batches.SelectMany(batch => batch.Y.ToArray()));
    }

    [Theory]
    [InlineData(5, 2, false, 3)]
    [InlineData(5, 2, true, 2)]
    [InlineData(4, 2, true, 2)]
    [InlineData(1, 2, true, 0)]
    [InlineData(1, 2, false, 1)]
    [InlineData(0, 2, false, 0)]
    [InlineData(3, int.MaxValue, false, 1)]
    public void The_short_last_batch_is_kept_or_dropped(int count, int batchSize, bool dropLast, int batches)
    {
        DataLoader<float, int> loader = new(Dataset(count), batchSize, dropLast: dropLast);

        Assert.Equal(batches, loader.BatchCount);
        Assert.Equal(batches, loader.Count());
    }

    [Fact]
    public void Shuffling_keeps_pairs_together_and_shows_each_example_once()
    {
        DataLoader<float, int> loader = new(Dataset(100), batchSize: 7, shuffleSeed: 3);

        foreach (int epoch in new[] { 0, 1 })
        {
            List<int> seen = [];
            foreach ((Tensor<float> x, Tensor<int> y) in loader.Epoch(epoch))
            {
                Assert.Equal(y.ToArray().SelectMany(label => new[] { label, label + 0.25f, label + 0.5f }), x.ToArray());
                seen.AddRange(y.ToArray());
            }

            Assert.NotEqual(Enumerable.Range(0, 100), seen);
            Assert.Equal(Enumerable.Range(0, 100), seen.Order());
        }
    }

    [Fact]
    public void The_order_depends_on_the_seed_and_the_epoch_alone()
    {
        static int[] Order(IEnumerable<(Tensor<float> X, Tensor<int> Y)> epoch) => [.. epoch.SelectMany(batch => batch.Y.ToArray())];
        DataLoader<float, int> first = new(Dataset(50), 8, shuffleSeed: 3), second = new(Dataset(50), 8, shuffleSeed: 3), other = new(Dataset(50), 8, shuffleSeed: 4);

        int[] epoch0 = Order(first), epoch1 = Order(first);

        Assert.NotEqual(epoch0, epoch1);
        Assert.Equal(epoch1, Order(second.Epoch(1)));
        Assert.Equal(epoch0, Order(second));
        Assert.NotEqual(epoch0, Order(other));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void Any_number_of_workers_gives_the_same_batches(int workers)
    {
        DataLoader<float, int> alone = new(Dataset(53), 4, shuffleSeed: 3), helped = new(new Slow(Dataset(53)), 4, shuffleSeed: 3, workers: workers);

        for (int epoch = 0; epoch < 3; epoch++)
        {
            (Tensor<float> X, Tensor<int> Y)[] expected = [.. alone], batches = [.. helped];
            Assert.Equal(expected.Select(batch => batch.Y.ToArray()), batches.Select(batch => batch.Y.ToArray()));
            Assert.Equal(expected.Select(batch => batch.X.ToArray()), batches.Select(batch => batch.X.ToArray()));
            Assert.Equal(new Shape(1, 3), batches[^1].X.Shape);
        }
    }

    [Fact]
    public void Workers_prepare_no_more_than_they_are_asked_to()
    {
        Slow dataset = new(Dataset(40));
        using IEnumerator<(Tensor<float> X, Tensor<int> Y)> batches = new DataLoader<float, int>(dataset, 1, workers: 3).GetEnumerator();

        Assert.Equal(0, dataset.Begun);
        batches.MoveNext();
        Assert.InRange(dataset.Begun, 1, 3);
    }

    [Fact]
    public void What_fails_in_a_worker_fails_in_the_loop()
    {
        DataLoader<float, int> loader = new(new Slow(Dataset(8), failing: 5), 2, workers: 2);
        int count = 0;

        Assert.Equal("row 5", Assert.Throws<InvalidDataException>(() =>
        {
            foreach ((Tensor<float> _, Tensor<int> _) in loader)
                count++;
        }).Message);
        Assert.Equal(2, count);
    }

    [Fact]
    public void Every_example_comes_first_about_equally_often()
    {
        const int Count = 5;
        int[] first = new int[Count];
        DataLoader<float, int> loader = new(Dataset(Count), batchSize: 1, shuffleSeed: MassTests.Seed);

        for (int epoch = 0; epoch < 5000; epoch++)
            first[loader.Epoch(epoch).First().Y.ToArray()[0]]++;

        // Binomial with mean 1000 and standard deviation 28: five deviations to either side.
        Assert.All(first, count => Assert.InRange(count, 858, 1142));
    }

    [Fact]
    public void A_strided_source_is_gathered_by_rows()
    {
        TensorDataset<float, int> dataset = new(Tensor.From([1f, 2f, 3f, 4f, 5f, 6f], 2, 3).T, Tensor.From([0, 1, 2], 3));

        Assert.Equal([3f, 6f, 1f, 4f], dataset.Select([2, 0]).X.ToArray());
    }

    [Fact]
    public void What_does_not_pair_is_refused()
    {
        ShapeException exception = Assert.Throws<ShapeException>(
            () => new TensorDataset<float, int>(Tensor.From(new float[6], 3, 2), Tensor.From(new int[2], 2)));
        Assert.Equal(
            "TensorDataset: numbers of examples differ: 'x' (3, 2) and 'y' (2) must have the same first dimension", exception.Message);
        Assert.Throws<ArgumentOutOfRangeException>("batchSize", () => new DataLoader<float, int>(Dataset(3), 0));
        Assert.Throws<ArgumentOutOfRangeException>("workers", () => new DataLoader<float, int>(Dataset(3), 1, workers: -1));
    }

    private static TensorDataset<float, int> Dataset(int count) => new(
        Tensor.From([.. Enumerable.Range(0, count).SelectMany(i => new[] { i, i + 0.25f, i + 0.5f })], count, 3),
        Tensor.From([.. Enumerable.Range(0, count)], count));

    /// <summary>Takes longer for some rows than for others, so that workers finish out of order.</summary>
    private sealed class Slow(TensorDataset<float, int> dataset, int failing = -1) : IDataset<float, int>
    {
        private int _begun;

        public int Begun => _begun;

        public int Count => dataset.Count;

        public (Tensor<float> X, Tensor<int> Y) Select(ReadOnlySpan<int> rows)
        {
            Interlocked.Increment(ref _begun);
            Thread.Sleep(rows[0] % 3);
            return rows.Contains(failing) ? throw new InvalidDataException($"row {failing}") : dataset.Select(rows);
        }
    }
}
