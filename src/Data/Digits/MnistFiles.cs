namespace TypedTensors.Data;

/// <summary>The files of one part of MNIST: plain or compressed, images and labels.</summary>
internal static class MnistFiles
{
    private const string Images = "-images-idx3-ubyte";
    private const string Labels = "-labels-idx1-ubyte";

    /// <summary>Reads both files, and checks that they belong together.</summary>
    /// <exception cref="DataFileException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static (IdxFile Images, IdxFile Labels) Read(string folder, DatasetPart part, int classes)
    {
        string prefix = PrefixOf(part);
        IdxFile images = Read(folder, prefix + Images, "images (count, rows, columns)", rank: 3);
        IdxFile labels = Read(folder, prefix + Labels, "labels (count)", rank: 1);
        CheckAgreement(images, labels);
        CheckLabels(labels, classes);
        return (images, labels);
    }

    /// <summary>The names of the files that a folder lacks, as they are downloaded.</summary>
    public static string[] Missing(string folder, DatasetPart part) =>
    [
        .. from name in new[] { PrefixOf(part) + Images, PrefixOf(part) + Labels }
           where !File.Exists(Path.Combine(folder, name)) && !File.Exists(Path.Combine(folder, name + ".gz"))
           select name + ".gz",
    ];

    private static string PrefixOf(DatasetPart part) => part == DatasetPart.Train ? "train" : "t10k";

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
