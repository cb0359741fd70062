namespace TypedTensors.Data;

/// <summary>Writes a file whole or not at all.</summary>
internal static class FileReplacement
{
    /// <summary>Writes to a temporary file first, which then takes the place of the file in one step.</summary>
    /// <param name="path">The file. What was there is replaced, or left as it was when writing fails.</param>
    /// <param name="write">Writes the contents.</param>
    public static void Write(string path, Action<Stream> write)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
