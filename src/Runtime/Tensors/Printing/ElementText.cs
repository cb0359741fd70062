using System.Text;

namespace TypedTensors;

/// <summary>Writes the elements of a tensor as nested lists, aligned over the whole tensor.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal sealed class ElementText<T>
    where T : unmanaged
{
    private readonly Tensor<T> _tensor;
    private readonly PrintOptions _options;
    private readonly bool _isShortened;
    private readonly ElementFormat<T> _format;
    private readonly StringBuilder _text = new();

    public ElementText(Tensor<T> tensor, PrintOptions options)
    {
        _tensor = tensor;
        _options = options;
        _isShortened = tensor.ElementCount > options.Threshold;
        List<T> shown = [];
        if (tensor.ElementCount > 0)
            Collect(shown, 0, 0);
        _format = new ElementFormat<T>([.. shown], options);
    }

    /// <summary>The text; lines after the first begin with so many blanks.</summary>
    public string Write(int indent)
    {
        _text.Clear();
        if (_tensor.ElementCount == 0)
            return "[]";
        Append(0, 0, indent);
        return _text.ToString();
    }

    private void Collect(List<T> shown, int axis, int offset)
    {
        if (axis == _tensor.Rank)
        {
            shown.Add(_tensor.View.Buffer[offset]);
            return;
        }

        foreach (int index in Indices(_tensor.Shape[axis]))
        {
            if (index >= 0)
                Collect(shown, axis + 1, offset + (index * _tensor.Strides[axis]));
        }
    }

    private void Append(int axis, int offset, int indent)
    {
        if (axis == _tensor.Rank)
        {
            _text.Append(_format.Aligned(_tensor.View.Buffer[offset]));
            return;
        }

        if (axis == _tensor.Rank - 1)
        {
            AppendRow(offset, indent);
            return;
        }

        // Matrices stand a line below each other, blocks of matrices with a line between.
        string separator = "," + new string('\n', _tensor.Rank - 1 - axis) + new string(' ', indent + 1);
        string before = "[";
        foreach (int index in Indices(_tensor.Shape[axis]))
        {
            _text.Append(before);
            if (index < 0)
                _text.Append("...");
            else
                Append(axis + 1, offset + (index * _tensor.Strides[axis]), indent + 1);
            before = separator;
        }

        _text.Append(']');
    }

    private void AppendRow(int offset, int indent)
    {
        int perLine = Math.Max(1, (_options.LineWidth - indent) / (_format.Width + ", ".Length));
        string lineBreak = ",\n" + new string(' ', indent + 1);
        int written = 0;
        foreach (int index in Indices(_tensor.Shape[^1]))
        {
            _text.Append(written == 0 ? "[" : written % perLine == 0 ? lineBreak : ", ");
            _text.Append(index < 0 ? " ..." : _format.Aligned(_tensor.View.Buffer[offset + (index * _tensor.Strides[^1])]));
            written++;
        }

        _text.Append(']');
    }

    /// <summary>The positions of a dimension that are shown; -1 stands for those left out.</summary>
    private IEnumerable<int> Indices(int size) => _isShortened && size > 2L * _options.EdgeItems
        ? [.. Enumerable.Range(0, _options.EdgeItems), -1, .. Enumerable.Range(size - _options.EdgeItems, _options.EdgeItems)]
        : Enumerable.Range(0, size);
}
