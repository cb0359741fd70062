using System.Globalization;
using System.Text;

namespace TypedTensors;

/// <summary>Writes tensors as nested lists, in the way of the field: aligned columns, four decimals, large tensors shortened.</summary>
internal static class TensorFormatter
{
    private const int SummaryThreshold = 1000;
    private const int EdgeItems = 3;

    /// <summary>The name and shape: <c>Tensor&lt;float&gt;(2, 3)</c>.</summary>
    public static string Header<T>(Tensor<T> tensor)
        where T : unmanaged => $"Tensor<{NameOf(typeof(T))}>{tensor.Shape}";

    /// <summary>One line for a debugger: the header and the first elements.</summary>
    public static string Summary<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        const int Shown = 6;
        if (tensor.Rank == 0)
            return $"{Header(tensor)} {Text(tensor.Item())}";
        IEnumerable<string> first = Enumerable.Range(0, Math.Min(Shown, tensor.ElementCount)).Select(i => Text(tensor.At(Position(tensor.Shape, i))));
        return $"{Header(tensor)} [{string.Join(", ", first)}{(tensor.ElementCount > Shown ? ", ..." : "")}]";
    }

    /// <summary>The header and the elements.</summary>
    public static string Full<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        var text = new StringBuilder(Header(tensor)).Append(tensor.Rank > 1 ? '\n' : ' ');
        bool isShortened = tensor.ElementCount > SummaryThreshold;
        int width = Positions(tensor.Shape, isShortened).Select(position => Text(tensor.At(position)).Length).DefaultIfEmpty(0).Max();
        Append(text, tensor, new int[tensor.Rank], 0, tensor.Rank == 0 ? 0 : width, isShortened);
        return text.ToString();
    }

    private static void Append<T>(StringBuilder text, Tensor<T> tensor, int[] position, int axis, int width, bool isShortened)
        where T : unmanaged
    {
        if (axis == tensor.Rank)
        {
            text.Append(Text(tensor.At(position)).PadLeft(width));
            return;
        }

        // Matrices stand a line below each other, blocks of matrices with a line between.
        bool isInnermost = axis == tensor.Rank - 1;
        string separator = isInnermost ? ", " : "," + new string('\n', tensor.Rank - 1 - axis) + new string(' ', axis + 1);
        text.Append('[');
        int previous = -1;
        foreach (int index in Indices(tensor.Shape[axis], isShortened))
        {
            if (previous >= 0)
                text.Append(separator);
            if (index > previous + 1)
                text.Append("...").Append(separator);
            position[axis] = index;
            Append(text, tensor, position, axis + 1, width, isShortened);
            previous = index;
        }

        text.Append(']');
    }

    private static IEnumerable<int> Indices(int size, bool isShortened) => isShortened && size > 2 * EdgeItems
        ? [.. Enumerable.Range(0, EdgeItems), .. Enumerable.Range(size - EdgeItems, EdgeItems)]
        : Enumerable.Range(0, size);

    private static IEnumerable<int[]> Positions(Shape shape, bool isShortened)
    {
        IEnumerable<int[]> positions = [[]];
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            int size = shape[axis];
            positions = positions.SelectMany(outer => Indices(size, isShortened).Select(index => (int[])[.. outer, index]));
        }

        return positions;
    }

    private static int[] Position(Shape shape, int element)
    {
        int[] position = new int[shape.Rank];
        for (int axis = shape.Rank - 1; axis >= 0; axis--)
            (element, position[axis]) = Math.DivRem(element, shape[axis]);
        return position;
    }

    private static string Text<T>(T value)
        where T : unmanaged => value switch
        {
            float or double or Half or decimal => ((IFormattable)value).ToString("0.0000", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            bool truth => truth ? "true" : "false",
            _ => value.ToString() ?? "",
        };

    private static string NameOf(Type type) =>
        type == typeof(float) ? "float"
        : type == typeof(double) ? "double"
        : type == typeof(int) ? "int"
        : type == typeof(long) ? "long"
        : type == typeof(bool) ? "bool"
        : type == typeof(byte) ? "byte"
        : type.Name;
}
