namespace TypedTensors.Data;

/// <summary>Reads and writes named tensors in the safetensors format.</summary>
/// <remarks>
/// The format (<c>https://huggingface.co/docs/safetensors</c>): the length of the header as a little-endian 64-bit integer; the header,
/// a JSON object that gives each tensor its element type, shape and range of bytes; then the elements, little-endian, row-major,
/// without gaps. Only <c>F32</c> is read and written.
/// </remarks>
public static class Safetensors
{
    /// <summary>The longest header that is accepted, in bytes.</summary>
    public const int MaxHeaderLength = 100_000_000;

    /// <summary>Reads all tensors of a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The tensors by name, in the order of the header.</returns>
    /// <exception cref="DataFileException">The file cannot be read or is not a valid safetensors file of F32 tensors.</exception>
    public static IReadOnlyDictionary<string, Tensor<float>> Read(string path)
    {
        using FileStream stream = DataFileException.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads all tensors of a stream that can seek.</summary>
    /// <param name="stream">The stream, at the beginning of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <returns>The tensors by name, in the order of the header.</returns>
    /// <exception cref="DataFileException">The stream cannot be read or does not hold a valid safetensors file of F32 tensors.</exception>
    public static IReadOnlyDictionary<string, Tensor<float>> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            return SafetensorsReader.Read(stream, name);
        }
        catch (Exception exception) when (DataFileException.IsReadingFailure(exception))
        {
            throw DataFileException.Unreadable(name, exception);
        }
    }

    /// <summary>Writes tensors to a file: to a temporary one first, which then takes the place of the file in one step.</summary>
    /// <param name="path">The file. What was there is replaced, or left as it was when writing fails.</param>
    /// <param name="tensors">The tensors by name; they are written in the order of their names, so equal tensors give equal files.</param>
    /// <exception cref="ArgumentException">A tensor has a name that the format reserves or cannot hold.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyDictionary<string, Tensor<float>> tensors) =>
        FileReplacement.Write(path, stream => Write(stream, tensors));

    /// <summary>Writes tensors to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tensors">The tensors by name; they are written in the order of their names, so equal tensors give equal bytes.</param>
    /// <exception cref="ArgumentException">A tensor has a name that the format reserves or cannot hold.</exception>
    public static void Write(Stream stream, IReadOnlyDictionary<string, Tensor<float>> tensors)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        SafetensorsWriter.Write(stream, tensors);
    }
}
