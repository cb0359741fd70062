using System.Globalization;

namespace TypedTensors.Data;

/// <summary>
/// Reads the few literals of Python that occur in headers of NPY files: strings, whole numbers, <c>True</c>, <c>False</c>, <c>None</c>, tuples, lists, and one
/// dictionary around them. Nothing is evaluated.
/// </summary>
internal ref struct PythonLiteral
{
    private const int MaxDepth = 8;

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private PythonLiteral(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads a dictionary with strings as keys, and nothing but blanks behind it.</summary>
    /// <returns>
    /// The entries in their order. A value is a string, a <see cref="long"/>, a <see cref="bool"/>, null for <c>None</c>, an <c>object?[]</c> for a tuple or a
    /// <c>List&lt;object?&gt;</c> for a list.
    /// </returns>
    /// <exception cref="FormatException">The text is something else; the message says what was expected at which character.</exception>
    public static List<KeyValuePair<string, object?>> ReadDictionary(ReadOnlySpan<char> text)
    {
        var literal = new PythonLiteral(text);
        List<KeyValuePair<string, object?>> entries = literal.Dictionary();
        literal.SkipBlanks();
        return literal._position == text.Length ? entries : throw literal.Expected("nothing behind the dictionary");
    }

    private List<KeyValuePair<string, object?>> Dictionary()
    {
        List<KeyValuePair<string, object?>> entries = [];
        Take('{');
        while (!TryTake('}'))
        {
            string key = Text();
            Take(':');
            entries.Add(new(key, Value(0)));
            if (!TryTake(',') && Next() != '}')
                throw Expected("',' or '}'");
        }

        return entries;
    }

    private object? Value(int depth)
    {
        char next = Next();
        if (next is '\'' or '"')
            return Text();
        if (next == '-' || char.IsAsciiDigit(next))
            return Number();
        if (next == '(')
            return Items('(', ')', depth, out bool hasComma) is var items && (items.Count != 1 || hasComma) ? items.ToArray() : items[0];
        if (next == '[')
            return Items('[', ']', depth, out _);
        if (TryTakeWord("True"))
            return true;
        if (TryTakeWord("False"))
            return false;
        return TryTakeWord("None") ? null : throw Expected("a string, a number, True, False, None, a tuple or a list");
    }

    private List<object?> Items(char open, char close, int depth, out bool hasComma)
    {
        if (depth == MaxDepth)
            throw Expected($"at most {MaxDepth} brackets inside each other");
        List<object?> items = [];
        hasComma = false;
        Take(open);
        while (!TryTake(close))
        {
            items.Add(Value(depth + 1));
            hasComma = TryTake(',');
            if (!hasComma && Next() != close)
                throw Expected($"',' or '{close}'");
        }

        return items;
    }

    private string Text()
    {
        char quote = Next();
        if (quote is not ('\'' or '"'))
            throw Expected("a string in quotes");
        int length = _text[(_position + 1)..].IndexOfAny(quote, '\\', '\n');
        if (length < 0 || _text[_position + 1 + length] != quote)
        {
            _position = length < 0 ? _text.Length : _position + 1 + length;
            throw Expected($"the end of the string, {quote}, and neither an escape nor a line break before it");
        }

        string text = _text.Slice(_position + 1, length).ToString();
        _position += length + 2;
        return text;
    }

    private long Number()
    {
        int start = _position;
        if (_text[_position] == '-')
            _position++;
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
            _position++;
        if (!long.TryParse(_text[start.._position], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            _position = start;
            throw Expected("a whole number of 64 bits");
        }

        // Python 2 wrote long integers with a letter behind them.
        if (_position < _text.Length && _text[_position] == 'L')
            _position++;
        return number;
    }

    private bool TryTakeWord(string word)
    {
        if (!_text[_position..].StartsWith(word, StringComparison.Ordinal))
            return false;
        _position += word.Length;
        return true;
    }

    private void Take(char expected)
    {
        if (!TryTake(expected))
            throw Expected($"'{expected}'");
    }

    private bool TryTake(char expected)
    {
        if (Next() != expected)
            return false;
        _position++;
        return true;
    }

    /// <summary>The next character that is not blank, or NUL at the end.</summary>
    private char Next()
    {
        SkipBlanks();
        return _position < _text.Length ? _text[_position] : '\0';
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length && _text[_position] is (' ' or '\t' or '\n' or '\r'))
            _position++;
    }

    private readonly FormatException Expected(string what) => new($"expected {what} at character {_position}");
}
