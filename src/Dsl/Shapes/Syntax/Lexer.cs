namespace TypedTensors.Shapes.Syntax;

internal enum TokenKind
{
    End,
    Number,
    Name,
    Plus,
    Minus,
    Star,
    Slash,
    FloorSlash,
    Percent,
    Comma,
    OpenParenthesis,
    CloseParenthesis,
    Dots,
    Hole,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Stray,
}

internal readonly record struct Token(TokenKind Kind, int Start, int Length);

/// <summary>Cuts a text of the shape language into tokens.</summary>
internal sealed class Lexer(string text)
{
    // Longer spellings stand before their prefixes.
    private static readonly (string Spelling, TokenKind Kind)[] Punctuation =
    [
        ("...", TokenKind.Dots), ("//", TokenKind.FloorSlash), ("==", TokenKind.Equal), ("!=", TokenKind.NotEqual),
        ("<=", TokenKind.LessOrEqual), (">=", TokenKind.GreaterOrEqual), ("<", TokenKind.Less), (">", TokenKind.Greater),
        ("+", TokenKind.Plus), ("-", TokenKind.Minus), ("*", TokenKind.Star), ("/", TokenKind.Slash), ("%", TokenKind.Percent),
        (",", TokenKind.Comma), ("(", TokenKind.OpenParenthesis), (")", TokenKind.CloseParenthesis), ("?", TokenKind.Hole),
    ];

    private int _position;

    public Token Next()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
            _position++;
        int start = _position;
        if (start == text.Length)
            return new Token(TokenKind.End, start, 0);
        if (IsDigit(text[start]))
            return Take(TokenKind.Number, LengthOf(IsDigit));
        if (IsNamePart(text[start]))
        {
            int length = LengthOf(IsNamePart);
            return Take(length == 1 && text[start] == '_' ? TokenKind.Hole : TokenKind.Name, length);
        }

        foreach ((string spelling, TokenKind kind) in Punctuation)
        {
            if (string.CompareOrdinal(text, start, spelling, 0, spelling.Length) == 0)
                return Take(kind, spelling.Length);
        }

        bool pair = char.IsHighSurrogate(text[start]) && start + 1 < text.Length && char.IsLowSurrogate(text[start + 1]);
        return Take(TokenKind.Stray, pair ? 2 : 1);
    }

    private Token Take(TokenKind kind, int length)
    {
        int start = _position;
        _position += length;
        return new Token(kind, start, length);
    }

    private int LengthOf(Func<char, bool> belongs)
    {
        int end = _position;
        while (end < text.Length && belongs(text[end]))
            end++;
        return end - _position;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsNamePart(char c) => c == '_' || char.IsLetterOrDigit(c);
}
