namespace TypedTensors.Data;

/// <summary>The images of MNIST's files with their labels: handwritten digits, or what else comes under these names, each prepared when it is asked for.</summary>
public sealed class Mnist : IDataset<float, int>
{
    private const int Classes = 10;

    private readonly ITransform<byte, float> _transform;

    private Mnist(Tensor<byte> images, Tensor<int> labels, ITransform<byte, float> transform)
    {
        Images = images;
        Labels = labels;
        _transform = transform;
    }

    /// <summary>The number of images.</summary>
    [Dim]
    public int Count => Labels.ElementCount;

    /// <summary>The images as the file has them, from 0 (background) to 255: shape (count, rows, columns).</summary>
    [Shape("Count, ?, ?")]
    public Tensor<byte> Images { get; }

    /// <summary>What the images show, from 0 to 9.</summary>
    [Shape("Count")]
    public Tensor<int> Labels { get; }

    /// <summary>One image, prepared, and what it shows.</summary>
    /// <param name="index">Its position.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public (Tensor<float> Image, int Label) this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return (_transform.Apply(Images[index]), Labels.At(index));
        }
    }

    /// <summary>Reads one part of the data set. Nothing is downloaded.</summary>
    /// <param name="directory">
    /// The folder with the files, as they are downloaded or without <c>.gz</c>: <c>train-images-idx3-ubyte.gz</c>, <c>train-labels-idx1-ubyte.gz</c>, and
    /// the same with <c>t10k</c> for the test part.
    /// </param>
    /// <param name="train">Whether to read the part to learn from, and not the part to be judged by.</param>
    /// <param name="transform">What prepares each image, of shape (rows, columns); <see cref="ToTensor"/> when left out.</param>
    /// <exception cref="DataFileException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static Mnist Load(string directory, bool train, ITransform<byte, float>? transform = null)
    {
        ArgumentNullException.ThrowIfNull(directory);
        DatasetPart part = train ? DatasetPart.Train : DatasetPart.Test;
        if (MnistFiles.Missing(directory, part) is { Length: > 0 } missing)
        {
            throw new DataFileException(
                directory, $"the folder lacks {string.Join(" and ", missing)}, which may also lie there without .gz; nothing is downloaded, so put MNIST's files there");
        }

        (IdxFile images, IdxFile labels) = MnistFiles.Read(directory, part, Classes);
        return new Mnist(
            Tensor.From<byte>(images.Bytes, images.Sizes[0], images.Sizes[1], images.Sizes[2]), Tensor.From<int>(labels.ToArray<int>(), labels.Sizes[0]), transform ?? new ToTensor());
    }

    /// <summary>Some of the images, prepared, with what they show.</summary>
    /// <param name="rows">Their positions, in the order that is wanted.</param>
    /// <returns>The images, of shape (count, channels, rows, columns) if <see cref="ToTensor"/> prepares them, and the labels, of shape (count).</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <exception cref="ShapeException">The transform gives images of different shapes.</exception>
    public (Tensor<float> X, Tensor<int> Y) Select(ReadOnlySpan<int> rows)
    {
        float[] pixels = [];
        int[] labels = new int[rows.Length];
        Shape shape = Shape.Scalar;
        for (int i = 0; i < rows.Length; i++)
        {
            (Tensor<float> image, labels[i]) = this[rows[i]];
            if (i == 0)
                (shape, pixels) = (image.Shape, new float[rows.Length * image.ElementCount]);
            if (image.Shape != shape)
                throw new ShapeException($"Mnist: the transform made {image.Shape} of image {rows[i]} and {shape} of image {rows[0]}, which are no batch");
            image.ToArray().CopyTo(pixels, i * image.ElementCount);
        }

        return (Tensor.FromArray(pixels, [rows.Length, .. shape.Sizes]), Tensor.FromArray(labels, rows.Length));
    }
}
