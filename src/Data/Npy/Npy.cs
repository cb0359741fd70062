namespace TypedTensors.Data;

/// <summary>Reads and writes one array in numpy's NPY format.</summary>
/// <remarks>
/// The format (<c>https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html</c>): six bytes <c>93 NUMPY</c>, the version, the length of the header;
/// the header, a Python dictionary with element type, order and shape; then the elements without gaps. The versions 1.0, 2.0 and 3.0 are read and 1.0 is
/// written, byte by byte as numpy 1.24 writes it. Elements are bool, integers of 8 to 64 bits, and floating-point numbers of 16, 32 and 64 bits, in either
/// byte order. What is behind the last element is an error. Memory grows with what a file holds, never with what its header promises.
/// </remarks>
public static class Npy
{
    /// <summary>The longest header that is accepted, in bytes.</summary>
    public const int MaxHeaderLength = 1 << 16;

    /// <summary>The most dimensions that are accepted.</summary>
    public const int MaxRank = 32;

    /// <summary>Reads an array whose element type is known.</summary>
    /// <typeparam name="T">The element type. Nothing is converted: the file's must be the same.</typeparam>
    /// <param name="path">The file.</param>
    /// <returns>The array. One in column-major order becomes a tensor with such strides.</returns>
    /// <exception cref="DataFileException">The file cannot be read, is not a valid NPY file, or has elements of another type.</exception>
    /// <exception cref="ArgumentException">The format has no elements of the type.</exception>
    public static Tensor<T> Read<T>(string path)
        where T : unmanaged
    {
        NpyElementType type = NpyElementType.Of(typeof(T));
        using FileStream stream = DataFileException.Open(path);
        return (Tensor<T>)Read(stream, new NpySource(path), type);
    }

    /// <summary>Reads an array whose element type is known from a stream, to its end.</summary>
    /// <typeparam name="T">The element type. Nothing is converted: the file's must be the same.</typeparam>
    /// <param name="stream">The stream, at the beginning of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <returns>The array. One in column-major order becomes a tensor with such strides.</returns>
    /// <exception cref="DataFileException">The stream cannot be read, does not hold a valid NPY file, or has elements of another type.</exception>
    /// <exception cref="ArgumentException">The format has no elements of the type.</exception>
    public static Tensor<T> Read<T>(Stream stream, string name)
        where T : unmanaged => (Tensor<T>)Read(stream, new NpySource(name), NpyElementType.Of(typeof(T)));

    /// <summary>Reads an array of any element type.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The array, a <see cref="Tensor{T}"/>.</returns>
    /// <exception cref="DataFileException">The file cannot be read or is not a valid NPY file.</exception>
    public static Tensor Read(string path)
    {
        using FileStream stream = DataFileException.Open(path);
        return Read(stream, path);
    }

    /// <summary>Reads an array of any element type from a stream, to its end.</summary>
    /// <param name="stream">The stream, at the beginning of the file.</param>
    /// <param name="name">What messages call the file.</param>
    /// <returns>The array, a <see cref="Tensor{T}"/>.</returns>
    /// <exception cref="DataFileException">The stream cannot be read or does not hold a valid NPY file.</exception>
    public static Tensor Read(Stream stream, string name) => Read(stream, new NpySource(name), type: null);

    /// <summary>Writes an array to a file: to a temporary one first, which then takes the place of the file in one step.</summary>
    /// <param name="path">The file. What was there is replaced, or left as it was when writing fails.</param>
    /// <param name="tensor">The array.</param>
    /// <exception cref="ArgumentException">The format has no elements of the tensor's type.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, Tensor tensor) => FileReplacement.Write(path, stream => Write(stream, tensor));

    /// <summary>Writes an array to a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="tensor">The array.</param>
    /// <exception cref="ArgumentException">The format has no elements of the tensor's type.</exception>
    public static void Write(Stream stream, Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensor);
        NpyElementType.Of(tensor.ElementType).Write(stream, tensor);
    }

    private static Tensor Read(Stream stream, NpySource source, NpyElementType? type)
    {
        ArgumentNullException.ThrowIfNull(stream);
        try
        {
            long? total = stream.CanSeek ? stream.Length - stream.Position : null;
            NpyHeader header = NpyHeader.Read(stream, source);
            if (type is not null && header.ElementType != type)
                throw source.Refuse($"the elements are {header.ElementType.Name} ('{header.ElementType.Code}'); expected {type.Name}");
            return header.ElementType.Read(stream, header, total - header.Length, isPresent: total is not null, source);
        }
        catch (Exception exception) when (DataFileException.IsReadingFailure(exception))
        {
            throw DataFileException.Unreadable(source.File, exception);
        }
    }
}
