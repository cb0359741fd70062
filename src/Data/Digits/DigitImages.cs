namespace TypedTensors.Data;

/// <summary>Labelled grey images in MNIST's files: real MNIST, or anything else under its file names.</summary>
public sealed class DigitImages
{
    private DigitImages(Tensor<float> pixels, Tensor<int> labels, int rows, int columns)
    {
        Pixels = pixels;
        Labels = labels;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The number of images.</summary>
    [Dim]
    public int Count => Labels.ElementCount;

    /// <summary>The height of an image.</summary>
    [Dim]
    public int Rows { get; }

    /// <summary>The width of an image.</summary>
    [Dim]
    public int Columns { get; }

    /// <summary>The images, one in each row, its pixels row by row, from 0 (background) to 1.</summary>
    [Shape("Count, Rows * Columns")]
    public Tensor<float> Pixels { get; }

    /// <summary>What the images show, from 0.</summary>
    [Shape("Count")]
    public Tensor<int> Labels { get; }

    /// <summary>Reads one part of a data set.</summary>
    /// <param name="folder">
    /// The folder with MNIST's files, compressed or not: <c>train-images-idx3-ubyte[.gz]</c>, <c>train-labels-idx1-ubyte[.gz]</c> and
    /// the same with <c>t10k</c> for the test part.
    /// </param>
    /// <param name="part">The part.</param>
    /// <param name="classes">Labels are 0 to this number less 1.</param>
    /// <exception cref="DataFileException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static DigitImages Load(string folder, DatasetPart part, int classes = 10)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        (IdxFile images, IdxFile labels) = MnistFiles.Read(folder, part, classes);
        (int count, int rows, int columns) = (images.Sizes[0], images.Sizes[1], images.Sizes[2]);
        float[] pixels = new float[images.ElementCount];
        ReadOnlySpan<byte> bytes = images.Bytes;
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = bytes[i] / 255f;
        return new DigitImages(
            Tensor.From<float>(pixels, count, rows * columns), Tensor.From<int>(labels.ToArray<int>(), count), rows, columns);
    }
}
