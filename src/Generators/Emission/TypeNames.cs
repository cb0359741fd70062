namespace TypedTensors.Generators.Emission;

/// <summary>Writes types of the runtime by their short names, where those mean the same as in the runtime.</summary>
internal sealed class TypeNames(IReadOnlyCollection<string> taken)
{
    private const string Root = "global::TypedTensors.";

    /// <summary>The namespaces that every generated file opens.</summary>
    public static readonly string[] Namespaces = ["TypedTensors", "TypedTensors.Compilation", "TypedTensors.Kernels.Elementwise"];

    /// <summary>A type of the runtime: its short name, or the full one where that is taken.</summary>
    /// <param name="name">The short name, with type arguments if it has any.</param>
    /// <param name="space">Its namespace, behind the root.</param>
    public string this[string name, string space = ""]
    {
        get
        {
            int end = name.IndexOf('<');
            string bare = end < 0 ? name : name.Substring(0, end);
            return taken.Contains(bare) ? Root + (space.Length == 0 ? "" : space + ".") + name : name;
        }
    }

    /// <summary>A full name, shortened where it is a type of the runtime's root namespace whose short name is free.</summary>
    public string Shorten(string full)
    {
        if (!full.StartsWith(Root, StringComparison.Ordinal))
            return full;
        string rest = full.Substring(Root.Length);
        int end = rest.IndexOfAny(['<', '.']);
        return end >= 0 && rest[end] == '.' ? full : this[rest];
    }

    public string Tensor(string element) => this[$"Tensor<{element}>"];

    public string View(string element) => this[$"TensorView<{element}>"];
}
