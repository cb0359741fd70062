namespace TypedTensors.Tests;

/// <summary>Texts held against files that say what is expected.</summary>
/// <remarks>
/// The file is called <c>name.verified.ext</c>. Where it differs or is missing, <c>name.received.ext</c> is written beside it. With
/// <c>TYPEDTENSORS_ACCEPT=1</c> the text becomes what is expected.
/// </remarks>
public static class VerifiedFile
{
    /// <summary>Compares a text with its file.</summary>
    /// <param name="stem">The path of the file up to <c>.verified</c>.</param>
    /// <param name="extension">What follows, with its point.</param>
    /// <param name="text">The text, with line feeds alone.</param>
    /// <returns>What to do about a difference; null where there is none.</returns>
    public static string? Difference(string stem, string extension, string text)
    {
        string verified = $"{stem}.verified{extension}";
        string received = $"{stem}.received{extension}";
        if (Environment.GetEnvironmentVariable("TYPEDTENSORS_ACCEPT") == "1")
            File.WriteAllText(verified, text);
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return null;
        }

        File.WriteAllText(received, text);
        return $"The text differs from what is expected; TYPEDTENSORS_ACCEPT=1 accepts it:\n  received {received}\n  verified {verified}";
    }
}
