namespace TypedTensors.Data;

/// <summary>Where an array comes from, for messages.</summary>
/// <param name="File">The file as the user named it.</param>
/// <param name="Entry">The array's name in an archive, or null.</param>
internal readonly record struct NpySource(string File, string? Entry = null)
{
    public DataFileException Refuse(string problem, Exception? cause = null) =>
        new(File, Entry is null ? problem : $"array '{Printable(Entry)}': {problem}", cause);

    /// <summary>Text from a file, made fit for a message of one line.</summary>
    public static string Printable(string text)
    {
        string line = string.Concat(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return line.Length <= 60 ? line : line[..60] + "...";
    }
}
