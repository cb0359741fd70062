using System.Text;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes C# line by line, indented by the blocks that are open.</summary>
/// <remarks>
/// A text of several lines, such as a raw string, is indented line by line; lines end in <c>\n</c> on every system, so that a project gives the
/// same sources everywhere.
/// </remarks>
internal sealed class SourceWriter
{
    private const int Step = 4;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines.</summary>
    public void Line(string text)
    {
        int start = 0;
        while (start <= text.Length)
        {
            int end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            int length = end > start && text[end - 1] == '\r' ? end - start - 1 : end - start;

            // An empty line carries no spaces.
            if (length > 0)
                _text.Append(' ', _depth * Step).Append(text, start, length);
            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    /// <summary>Writes each item, with an empty line between two of them.</summary>
    public void Separated<T>(IEnumerable<T> items, Action<T> write)
    {
        bool first = true;
        foreach (T item in items)
        {
            if (!first)
                Line();
            first = false;
            write(item);
        }
    }

    /// <summary>Opens braces, after a header where one is given, until the result is disposed: <c>using (writer.Block("class C"))</c>.</summary>
    /// <param name="header">What stands before the braces.</param>
    /// <param name="close">What closes the block.</param>
    public Scope Block(string? header = null, string close = "}")
    {
        if (header is not null)
            Line(header);
        Line("{");
        _depth++;
        return new Scope(this, close);
    }

    /// <summary>Indents without braces, for the continuation of an expression.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, close: null);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Ends a block.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly SourceWriter _writer;
        private readonly string? _close;

        internal Scope(SourceWriter writer, string? close)
        {
            _writer = writer;
            _close = close;
        }

        public void Dispose()
        {
            _writer._depth--;
            if (_close is not null)
                _writer.Line(_close);
        }
    }
}
