using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public sealed class DigitImagesTests : IDisposable
{
    private const string Images = "train-images-idx3-ubyte";
    private const string Labels = "train-labels-idx1-ubyte";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DatasetPart.Train, 1437)]
    [InlineData(DatasetPart.Test, 360)]
    public void The_bundled_digits_are_read(DatasetPart part, int count)
    {
        DigitImages digits = DigitImages.Load(Repository.PathTo("data", "digits"), part);

        Assert.Equal((count, 8, 8), (digits.Count, digits.Rows, digits.Columns));
        Assert.Equal(new Shape(count, 64), digits.Pixels.Shape);
        Assert.Equal(new Shape(count), digits.Labels.Shape);
        Assert.Equal((0f, 1f), (digits.Pixels.ToArray().Min(), digits.Pixels.ToArray().Max()));
        Assert.Equal(Enumerable.Range(0, 10), digits.Labels.ToArray().Distinct().Order());
    }

    [Fact]
    public void Images_of_any_size_are_read_plain_or_compressed()
    {
        Write(Images + ".gz", IdxBytes.Gzip(IdxBytes.Of([2, 28, 28])));
        Write(Labels, IdxBytes.Of([2], modulus: 10));

        DigitImages digits = DigitImages.Load(_folder.Path, DatasetPart.Train);

        Assert.Equal((2, 28, 28), (digits.Count, digits.Rows, digits.Columns));
        Assert.Equal(3 / 255f, digits.Pixels.ToArray()[3]);
        Assert.Equal([0, 1], digits.Labels.ToArray());
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Write(Images, IdxBytes.Of([2, 3, 3]));
        AssertRefused(Labels, "there is no such file, nor one with .gz added");
    }

    [Fact]
    public void Swapped_files_are_recognised()
    {
        Write(Images, IdxBytes.Of([2], modulus: 10));
        Write(Labels, IdxBytes.Of([2, 3, 3]));
        AssertRefused(Images, "it holds UInt8 data of shape (2); expected images (count, rows, columns): are images and labels swapped?");

        Write(Images, IdxBytes.Of([2, 3, 3]));
        AssertRefused(Labels, "it holds UInt8 data of shape (2, 3, 3); expected labels (count): are images and labels swapped?");
    }

    [Fact]
    public void Data_of_another_kind_is_refused()
    {
        Write(Images, IdxBytes.Of([2, 3]));
        Write(Labels, IdxBytes.Of(IdxElementType.Int32, [2], new byte[8]));
        AssertRefused(Images, "it holds UInt8 data of shape (2, 3); expected UInt8 images (count, rows, columns)");

        Write(Images, IdxBytes.Of([2, 3, 3]));
        AssertRefused(Labels, "it holds Int32 data of shape (2); expected UInt8 labels (count)");

        Write(Images, IdxBytes.Of([0, 3, 3]));
        AssertRefused(Images, "it holds UInt8 data of shape (0, 3, 3); expected at least one element");
    }

    [Fact]
    public void As_many_labels_as_images_are_expected()
    {
        Write(Images, IdxBytes.Of([2, 3, 3]));
        Write(Labels, IdxBytes.Of([3], modulus: 10));
        AssertRefused(Labels, $"it holds 3 labels; expected 2, one for each image of {Images}");
    }

    [Fact]
    public void A_label_out_of_range_is_refused()
    {
        Write(Images, IdxBytes.Of([4, 1, 1]));
        Write(Labels, IdxBytes.Of([4]));
        AssertRefused(Labels, "label 3 is 3; expected 0 to 2", classes: 3);
    }

    private void Write(string name, byte[] bytes) => File.WriteAllBytes(_folder.File(name), bytes);

    private void AssertRefused(string name, string problem, int classes = 10)
    {
        DataFileException exception =
            Assert.Throws<DataFileException>(() => DigitImages.Load(_folder.Path, DatasetPart.Train, classes));
        Assert.Equal($"{_folder.File(name)}: {problem}.", exception.Message);
    }
}
