using System.IO.Compression;

namespace TypedTensors.Data;

/// <summary>Reads and writes several named arrays in numpy's NPZ format.</summary>
/// <remarks>
/// A file is a zip archive whose every entry is an NPY file, named after the array with <c>.npy</c> behind it, stored as it is or deflated; other entries are
/// refused. Checksums are compared. Arrays are read at once; a compressed one grows with what comes out of the archive, never with what a header promises.
/// </remarks>
public static class Npz
{
    private const string Extension = ".npy";

    // As numpy: the first date that the format can hold, so that equal arrays give equal files.
    private static readonly DateTimeOffset Date = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Reads all arrays of a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFileException">The file cannot be read or is not a valid NPZ file.</exception>
    public static ArrayDictionary Read(string path)
    {
        using FileStream stream = DataFileException.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads all arrays of a stream. One that cannot seek is read into memory first.</summary>
    /// <param name="stream">The stream, at the beginning of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <exception cref="DataFileException">The stream cannot be read or does not hold a valid NPZ file.</exception>
    public static ArrayDictionary Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        OrderedDictionary<string, Tensor> arrays = [];
        try
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                string key = NameOf(entry, name);
                if (!arrays.TryAdd(key, ReadEntry(entry, new NpySource(name, key))))
                    throw new DataFileException(name, $"there are two arrays '{NpySource.Printable(key)}'; expected different names");
            }
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException(name, $"the archive is damaged, or is no zip archive ({Reason(exception)})", exception);
        }
        catch (NotSupportedException exception)
        {
            throw new DataFileException(name, $"the archive is packed in a way that is not supported ({Reason(exception)})", exception);
        }
        catch (Exception exception) when (DataFileException.IsReadingFailure(exception))
        {
            throw DataFileException.Unreadable(name, exception);
        }

        return new ArrayDictionary(name, arrays);
    }

    /// <summary>Writes arrays to a file: to a temporary one first, which then takes the place of the file in one step.</summary>
    /// <param name="path">The file. What was there is replaced, or left as it was when writing fails.</param>
    /// <param name="arrays">The arrays by name, in the order in which they are written.</param>
    /// <param name="compress">Whether the arrays are deflated.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice, or the format has no elements of an array's type.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, Tensor>> arrays, bool compress = false) =>
        FileReplacement.Write(path, stream => Write(stream, arrays, compress));

    /// <summary>Writes arrays to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="arrays">The arrays by name, in the order in which they are written.</param>
    /// <param name="compress">Whether the arrays are deflated.</param>
    /// <exception cref="ArgumentException">A name is empty or occurs twice, or the format has no elements of an array's type.</exception>
    public static void Write(Stream stream, IEnumerable<KeyValuePair<string, Tensor>> arrays, bool compress = false)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(arrays);
        HashSet<string> names = [];
        using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach ((string name, Tensor array) in arrays)
        {
            if (name.Length == 0 || !names.Add(name))
                throw new ArgumentException($"Npz: the name '{name}' {(name.Length == 0 ? "is empty" : "occurs twice")}", nameof(arrays));
            ZipArchiveEntry entry = archive.CreateEntry(name + Extension, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
            entry.LastWriteTime = Date;
            using Stream contents = entry.Open();
            Npy.Write(contents, array);
        }
    }

    private static string NameOf(ZipArchiveEntry entry, string file) =>
        entry.FullName.EndsWith(Extension, StringComparison.Ordinal)
            ? entry.FullName[..^Extension.Length]
            : throw new DataFileException(file, $"there is an entry '{NpySource.Printable(entry.FullName)}'; expected only arrays, whose names end in {Extension}");

    private static Tensor ReadEntry(ZipArchiveEntry entry, NpySource source)
    {
        if (entry.IsEncrypted)
            throw source.Refuse("it is encrypted; expected a plain one");
        using Stream contents = entry.Open();
        ChecksumStream stream = new(contents);
        NpyHeader header = NpyHeader.Read(stream, source);
        Tensor array = header.ElementType.Read(stream, header, entry.Length - header.Length, isPresent: false, source);
        return stream.Checksum == entry.Crc32
            ? array
            : throw source.Refuse($"its checksum is {stream.Checksum:X8}, and the archive promises {entry.Crc32:X8}; the file is damaged");
    }

    private static string Reason(Exception exception) => NpySource.Printable(exception.Message.TrimEnd('.'));
}
