using TypedTensors.Data;
using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Loading
{
    public static readonly Chapter Chapter = new("loading", "Data sets and loaders", ByHand, InOrder, UnequalLengths, Shuffled, PreparedImages);

    private static void ByHand()
    {
        // A range that runs past the end is an error in C#, so the end is cut.
        Cell("Batches cut by hand");
        const int BatchSize = 4;
        var x = Tensor.Arange<float>(20).Reshape(10, 2);
        var y = Tensor.Arange<long>(10);
        for (int start = 0; start < x.Shape[0]; start += BatchSize)
        {
            int end = Math.Min(start + BatchSize, x.Shape[0]);
            Show(x[start..end]);
            Show(y[start..end]);
        }
    }

    private static void InOrder()
    {
        Cell("A loader gives the same batches");
        var x = Tensor.Arange<float>(20).Reshape(10, 2);
        var y = Tensor.Arange<long>(10);
        TensorDataset<float, long> dataset = new(x, y);
        foreach (var (examples, targets) in DataLoader.Create(dataset, batchSize: 4))
        {
            Show(examples);
            Show(targets);
        }
    }

    private static void UnequalLengths()
    {
        Cell("Ten examples do not go with nine targets");
        var x = OfUnknownShape(Tensor.Zeros<float>(10, 2));
        var y = OfUnknownShape(Tensor.Zeros<float>(9));
        ShowRefusal(() => _ = new TensorDataset<float, float>(x, y));
    }

    private static void Shuffled()
    {
        // A seed in place of shuffle=True: the order is the same in every run.
        Cell("Shuffled, each example stays with its target and comes once");
        var x = 2 * Tensor.Arange<float>(10).Reshape(10, 1);
        var y = Tensor.Arange<long>(10);
        List<(Tensor<float> X, Tensor<long> Y)> batches = [.. DataLoader.Create(x, y, batchSize: 4, shuffleSeed: 1)];
        var examples = Cat(batches.Select(batch => batch.X), 0).Reshape(-1);
        var targets = Cat(batches.Select(batch => batch.Y), 0);
        Show(All(examples.Eq(2 * targets.To<float>())));
        Show(targets.Sort().Values);
        Show(All(targets.Eq(y)));
    }

    private static void PreparedImages()
    {
        Cell("The first batch of a shuffled loader whose images are prepared on the way");
        var loader = DataLoader.Create(new RandomImages(100), batchSize: 32, shuffleSeed: 1, workers: 2);
        var (images, labels) = loader.First();
        Show(images.Shape);
        Show(labels.Shape);
        Show(string.Join(" ", loader.Select(batch => batch.Y.ElementCount)));
    }
}
