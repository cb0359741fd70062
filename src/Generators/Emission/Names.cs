using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Generators.Emission;

/// <summary>Hands out names that are identifiers and unique in their scope.</summary>
internal sealed class Names(IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>The wanted name, with a number behind it where it is taken.</summary>
    public string Unique(string wanted)
    {
        string name = Sanitize(wanted);
        string candidate = name;
        for (int number = 2; !_taken.Add(candidate); number++)
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        return candidate;
    }

    public static string CamelCase(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);

    public static string PascalCase(string name)
    {
        string bare = name.TrimStart('@', '_');
        return bare.Length == 0 ? name : char.ToUpperInvariant(bare[0]) + bare.Substring(1);
    }

    private static string Sanitize(string name)
    {
        char[] letters = [.. name.Where(static letter => char.IsLetterOrDigit(letter) || letter == '_')];
        string identifier = letters.Length == 0 || char.IsDigit(letters[0]) ? "value" + new string(letters) : new string(letters);
        return SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None ? identifier + "Value" : identifier;
    }
}
