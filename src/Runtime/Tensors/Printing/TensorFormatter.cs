namespace TypedTensors;

/// <summary>The texts of a tensor: all of it for people, one line for a debugger.</summary>
internal static class TensorFormatter
{
    private const int ShownInSummary = 6;

    private static ReadOnlySpan<char> Prefix => "tensor(";

    /// <summary>As PyTorch prints, element types and operations by their names here: <c>tensor([1, 2], dtype=int)</c>.</summary>
    public static string Full<T>(Tensor<T> tensor, PrintOptions options)
        where T : unmanaged
    {
        string text = $"{Prefix}{new ElementText<T>(tensor.OnHost(), options).Write(Prefix.Length)}";
        int lineLength = text.Length - 1 - text.LastIndexOf('\n');
        foreach (string suffix in Suffixes(tensor))
        {
            // PyTorch leaves room for two brackets behind the last suffix.
            bool fits = lineLength + ", ".Length + suffix.Length + 2 <= options.LineWidth;
            text += fits ? ", " + suffix : ",\n" + new string(' ', Prefix.Length) + suffix;
            lineLength = fits ? lineLength + ", ".Length + suffix.Length : Prefix.Length + suffix.Length - 2;
        }

        return text + ")";
    }

    /// <summary>One line for a debugger: type, shape and the first elements: <c>Tensor&lt;float&gt;(2, 3) [0., 1., 2., 3., 4., 5.]</c>.</summary>
    public static string Summary<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        Tensor<T> host = tensor.OnHost();
        var shown = new T[Math.Min(ShownInSummary, tensor.ElementCount)];
        int[] position = new int[tensor.Rank];
        for (int i = 0; i < shown.Length; i++)
        {
            int rest = i;
            for (int axis = tensor.Rank - 1; axis >= 0; axis--)
                (rest, position[axis]) = Math.DivRem(rest, tensor.Shape[axis]);
            shown[i] = host.At(position);
        }

        var format = new ElementFormat<T>(shown, PrintOptions.Default);
        string elements = string.Join(", ", shown.Select(format.Text)) + (tensor.ElementCount > shown.Length ? ", ..." : "");
        return $"Tensor<{ElementTypeNames.Of(typeof(T))}>{tensor.Shape} {(tensor.Rank == 0 ? elements : $"[{elements}]")}";
    }

    private static IEnumerable<string> Suffixes<T>(Tensor<T> tensor)
        where T : unmanaged
    {
        if (tensor.Device != Device.Cpu)
            yield return $"device='{tensor.Device}'";

        // The elements tell float, long and bool apart, unless there are none; then float alone goes without saying.
        bool isEmpty = tensor.ElementCount == 0;
        if (isEmpty && tensor.Rank != 1)
            yield return $"size={tensor.Shape}";
        if (typeof(T) != typeof(float) && (isEmpty || (typeof(T) != typeof(long) && typeof(T) != typeof(bool))))
            yield return $"dtype={ElementTypeNames.Of(typeof(T))}";
        if (tensor.History is { } history)
            yield return history.IsLeaf ? "requires_grad=True" : $"grad_fn=<{history.Node.Name}>";
    }
}
