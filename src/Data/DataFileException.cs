namespace TypedTensors.Data;

/// <summary>A data file cannot be read, or is not what it should be.</summary>
/// <remarks>The message is one sentence that names the file, says what is wrong with it and what was expected.</remarks>
public sealed class DataFileException : IOException
{
    /// <summary>Creates the exception for a file.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="problem">What is wrong and what was expected, without a full stop.</param>
    /// <param name="cause">The exception behind it, if there is one.</param>
    public DataFileException(string file, string problem, Exception? cause = null)
        : base($"{file}: {problem}.", cause) => File = file;

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>Opens a file for reading; what keeps it from being opened becomes a <see cref="DataFileException"/>.</summary>
    internal static FileStream Open(string path)
    {
        try
        {
            return System.IO.File.OpenRead(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFileException(path, "there is no such file", exception);
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or IOException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(path, exception);
        }
    }

    /// <summary>Whether an exception is the failure of a stream to deliver, which <see cref="Unreadable"/> explains.</summary>
    internal static bool IsReadingFailure(Exception exception) =>
        exception is (IOException and not DataFileException) or UnauthorizedAccessException;

    /// <summary>The file was opened, but reading failed.</summary>
    internal static DataFileException Unreadable(string path, Exception cause) =>
        new(path, $"the file cannot be read ({cause.Message.TrimEnd('.')})", cause);
}
