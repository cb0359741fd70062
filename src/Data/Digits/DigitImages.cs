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
        string prefix = part == DatasetPart.Train ? "train" : "t10k";
        IdxFile images = Read(folder, prefix + "-images-idx3-ubyte", "images (count, rows, columns)", rank: 3);
        IdxFile labels = Read(folder, prefix + "-labels-idx1-ubyte", "labels (count)", rank: 1);
        CheckAgreement(images, labels);
        CheckLabels(labels, classes);

        (int count, int rows, int columns) = (images.Sizes[0], images.Sizes[1], images.Sizes[2]);
        float[] pixels = new float[images.ElementCount];
        ReadOnlySpan<byte> bytes = images.Bytes;
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = bytes[i] / 255f;
        return new DigitImages(
            Tensor.From<float>(pixels, count, rows * columns), Tensor.From<int>(labels.ToArray<int>(), count), rows, columns);
    }

    private static IdxFile Read(string folder, string name, string expected, int rank)
    {
        string plain = Path.Combine(folder, name);
        string compressed = plain + ".gz";
        if (!File.Exists(plain) && !File.Exists(compressed))
            throw new DataFileException(plain, "there is no such file, nor one with .gz added");
        IdxFile file = IdxFile.Read(File.Exists(plain) ? plain : compressed);

        string found = $"it holds {file.ElementType} data of shape ({string.Join(", ", file.Sizes)})";
        if (file.ElementType == IdxElementType.UInt8 && file.Sizes.Count == 4 - rank)
            throw new DataFileException(file.Name, $"{found}; expected {expected}: are images and labels swapped?");
        if (file.ElementType != IdxElementType.UInt8 || file.Sizes.Count != rank)
            throw new DataFileException(file.Name, $"{found}; expected UInt8 {expected}");
        if (file.ElementCount == 0)
            throw new DataFileException(file.Name, $"{found}; expected at least one element");
        return file;
    }

    private static void CheckAgreement(IdxFile images, IdxFile labels)
    {
        if (images.Sizes[0] != labels.Sizes[0])
        {
            throw new DataFileException(
                labels.Name, $"it holds {labels.Sizes[0]} labels; expected {images.Sizes[0]}, one for each image of {Path.GetFileName(images.Name)}");
        }
    }

    private static void CheckLabels(IdxFile labels, int classes)
    {
        ReadOnlySpan<byte> values = labels.Bytes;
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] >= classes)
                throw new DataFileException(labels.Name, $"label {i} is {values[i]}; expected 0 to {classes - 1}");
        }
    }
}
