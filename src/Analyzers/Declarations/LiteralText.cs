using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedTensors.Analyzers.Declarations;

/// <summary>Maps the characters of a string's value to the characters of the literal that denotes it.</summary>
internal static class LiteralText
{
    /// <summary>
    /// For each character of the value its offset in the literal, and one more for the end; null when the token is not a string literal or
    /// is malformed.
    /// </summary>
    public static int[]? PositionsOf(SyntaxToken token)
    {
        string text = token.Text;
        List<int> positions = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith("@", StringComparison.Ordinal) => Verbatim(text),
            SyntaxKind.StringLiteralToken => Regular(text),
            SyntaxKind.SingleLineRawStringLiteralToken => SingleLineRaw(text),
            SyntaxKind.MultiLineRawStringLiteralToken => MultiLineRaw(text),
            _ => [],
        };
        return positions.Count == token.ValueText.Length + 1 ? [.. positions] : null;
    }

    private static List<int> Regular(string text)
    {
        List<int> positions = [];
        int at = 1;
        while (at < text.Length - 1)
        {
            positions.Add(at);
            int length = text[at] == '\\' ? EscapeLength(text, at, positions) : 1;
            at += length;
        }

        positions.Add(at);
        return positions;
    }

    private static int EscapeLength(string text, int at, List<int> positions)
    {
        switch (text[at + 1])
        {
            case 'u':
                return 6;
            case 'U':
                // A character outside the basic plane takes two places in the value.
                if (text.Length >= at + 10 && text.Substring(at + 2, 4) != "0000")
                    positions.Add(at);
                return 10;
            case 'x':
                int digits = 0;
                while (digits < 4 && at + 2 + digits < text.Length && Uri.IsHexDigit(text[at + 2 + digits]))
                    digits++;
                return 2 + digits;
            default:
                return 2;
        }
    }

    private static List<int> Verbatim(string text)
    {
        List<int> positions = [];
        int at = 2;
        while (at < text.Length - 1)
        {
            positions.Add(at);
            at += text[at] == '"' ? 2 : 1;
        }

        positions.Add(at);
        return positions;
    }

    private static List<int> SingleLineRaw(string text)
    {
        int quotes = QuotesOf(text);
        return [.. Enumerable.Range(quotes, Math.Max(0, text.Length - (2 * quotes)) + 1)];
    }

    private static List<int> MultiLineRaw(string text)
    {
        int quotes = QuotesOf(text);
        int lastLine = text.LastIndexOf('\n') + 1;
        int indentation = text.Length - quotes - lastLine;
        List<int> positions = [];
        int line = text.IndexOf('\n') + 1;
        while (line < lastLine)
        {
            int next = text.IndexOf('\n', line) + 1;
            int newLine = next - (next >= 2 && text[next - 2] == '\r' ? 2 : 1);

            // A blank line may be shorter than the indentation. The line break before the closing quotes is not part of the value.
            positions.AddRange(Enumerable.Range(0, newLine - Math.Min(line + indentation, newLine)).Select(at => line + indentation + at));
            if (next < lastLine)
                positions.AddRange(Enumerable.Range(newLine, next - newLine));
            else
                positions.Add(newLine);
            line = next;
        }

        return positions;
    }

    private static int QuotesOf(string text)
    {
        int quotes = 0;
        while (quotes < text.Length && text[quotes] == '"')
            quotes++;
        return quotes;
    }
}
