using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public sealed class MnistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true, "train")]
    [InlineData(false, "t10k")]
    public void Images_are_read_and_prepared(bool train, string prefix)
    {
        WriteImages(prefix, 3, 4, 5);

        Mnist mnist = Mnist.Load(_folder.Path, train);

        Assert.Equal(3, mnist.Count);
        Assert.Equal(new Shape(3, 4, 5), mnist.Images.Shape);
        Assert.Equal([0, 1, 2], mnist.Labels.ToArray());
        (Tensor<float> image, int label) = mnist[1];
        Assert.Equal((new Shape(1, 4, 5), 1), (image.Shape, label));
        Assert.Equal(21 / 255f, image.At(0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => mnist[-1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_shuffled_loader_gives_batches_of_prepared_images(int workers)
    {
        WriteImages("train", 100, 28, 28);
        Mnist mnist = Mnist.Load(_folder.Path, train: true, Compose.Of(new ToTensor(), new Normalize(0.1307f, 0.3081f)));

        (Tensor<float> X, Tensor<int> Y)[] batches = [.. DataLoader.Create(mnist, batchSize: 32, shuffleSeed: 3, workers: workers)];

        Assert.Equal([32, 32, 32, 4], batches.Select(batch => batch.Y.ElementCount));
        Assert.Equal(new Shape(32, 1, 28, 28), batches[0].X.Shape);
        Assert.Equal(-0.42421296f, batches.Min(batch => batch.X.ToArray().Min()));
        Assert.Equal(2.8214867f, batches.Max(batch => batch.X.ToArray().Max()));
        Assert.NotEqual(mnist.Labels.ToArray(), batches.SelectMany(batch => batch.Y.ToArray()));
        Assert.Equal(mnist.Labels.ToArray().Order(), batches.SelectMany(batch => batch.Y.ToArray()).Order());
    }

    [Fact]
    public void Files_that_are_missing_are_named_together()
    {
        Assert.Equal(
            $"{_folder.Path}: the folder lacks train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz, which may also lie there without .gz; "
            + "nothing is downloaded, so put MNIST's files there.",
            Assert.Throws<DataFileException>(() => Mnist.Load(_folder.Path, train: true)).Message);
        WriteImages("t10k", 1, 2, 2);
        File.Delete(_folder.File("t10k-labels-idx1-ubyte"));
        Assert.Contains("lacks t10k-labels-idx1-ubyte.gz, which", Assert.Throws<DataFileException>(() => Mnist.Load(_folder.Path, train: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_transform_that_makes_images_of_different_shapes_is_refused()
    {
        WriteImages("train", 2, 2, 3);
        Mnist mnist = Mnist.Load(_folder.Path, train: true, new Uneven());

        Assert.Equal(
            "Mnist: the transform made (2, 3) of image 1 and (1, 2, 3) of image 0, which are no batch",
            Assert.Throws<ShapeException>(() => mnist.Select([0, 1])).Message);
    }

    private void WriteImages(string prefix, int count, int rows, int columns)
    {
        File.WriteAllBytes(_folder.File(prefix + "-images-idx3-ubyte.gz"), IdxBytes.Gzip(IdxBytes.Of([count, rows, columns])));
        File.WriteAllBytes(_folder.File(prefix + "-labels-idx1-ubyte"), IdxBytes.Of([count], modulus: 10));
    }

    private sealed class Uneven : ITransform<byte, float>
    {
        public Tensor<float> Apply(Tensor<byte> image) => image.At(0, 0) == 0 ? new ToTensor().Apply(image) : image.To<float>();
    }
}
