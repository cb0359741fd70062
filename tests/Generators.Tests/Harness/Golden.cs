using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace TypedTensors.Generators.Tests.Harness;

/// <summary>Holds generated texts against files beside the test.</summary>
/// <remarks>
/// The file is called <c>Class.Method#name.verified.cs</c>. Where it differs or is missing, <c>Class.Method#name.received.cs</c> is written beside
/// it and the test fails. With <c>TYPEDTENSORS_ACCEPT=1</c> what was generated becomes what is expected.
/// </remarks>
internal static partial class Golden
{
    /// <summary>Checks every generated file, and that no file of the test is left over.</summary>
    public static void Matches(Generated generated, [CallerFilePath] string path = "", [CallerMemberName] string method = "")
    {
        string folder = Path.GetDirectoryName(path)!;
        string prefix = $"{Path.GetFileNameWithoutExtension(path)}.{method}#";
        List<string> failures = [];
        foreach ((string hint, string text) in generated.Sources)
            Check(Path.Combine(folder, prefix + hint[..^".cs".Length]), VersionPattern().Replace(text, "$1{version}"), failures);
        failures.AddRange(Directory.EnumerateFiles(folder, prefix + "*.verified.cs")
            .Where(file => !generated.Sources.ContainsKey(Path.GetFileName(file)[prefix.Length..^".verified.cs".Length] + ".cs"))
            .Select(static file => "Nothing was generated for " + file));
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    private static void Check(string stem, string text, List<string> failures)
    {
        string verified = stem + ".verified.cs";
        string received = stem + ".received.cs";
        if (Environment.GetEnvironmentVariable("TYPEDTENSORS_ACCEPT") == "1")
            File.WriteAllText(verified, text);
        if (File.Exists(verified) && File.ReadAllText(verified).ReplaceLineEndings("\n") == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        failures.Add($"Generated text differs from what is expected; TYPEDTENSORS_ACCEPT=1 accepts it:\n  received {received}\n  verified {verified}");
    }

    /// <summary>The version of the generator, which is no part of what is expected.</summary>
    [GeneratedRegex("(GeneratedCode\\(\"TypedTensors.Generators\", \")[^\"]*")]
    private static partial Regex VersionPattern();
}
