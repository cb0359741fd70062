using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TypedTensors.Tests;

namespace TypedTensors.Generators.Tests.Harness;

/// <summary>Holds generated texts against files beside the test, called <c>Class.Method#name.verified.cs</c>.</summary>
internal static partial class Golden
{
    /// <summary>Checks every generated file, and that no file of the test is left over.</summary>
    public static void Matches(Generated generated, [CallerFilePath] string path = "", [CallerMemberName] string method = "")
    {
        string folder = Path.GetDirectoryName(path)!;
        string prefix = $"{Path.GetFileNameWithoutExtension(path)}.{method}#";
        List<string> failures = [];
        foreach ((string hint, string text) in generated.Sources)
        {
            string stem = Path.Combine(folder, prefix + hint[..^".cs".Length]);
            if (VerifiedFile.Difference(stem, ".cs", VersionPattern().Replace(text, "$1{version}")) is { } difference)
                failures.Add(difference);
        }

        failures.AddRange(Directory.EnumerateFiles(folder, prefix + "*.verified.cs")
            .Where(file => !generated.Sources.ContainsKey(Path.GetFileName(file)[prefix.Length..^".verified.cs".Length] + ".cs"))
            .Select(static file => "Nothing was generated for " + file));
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    /// <summary>The version of the generator, which is no part of what is expected.</summary>
    [GeneratedRegex("(GeneratedCode\\(\"TypedTensors.Generators\", \")[^\"]*")]
    private static partial Regex VersionPattern();
}
