using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>An item of a declared shape, with the text that it was written in.</summary>
/// <param name="Node">The item.</param>
/// <param name="Source">The text.</param>
/// <param name="Argument">The index of the attribute argument that is this text.</param>
internal sealed record ParsedItem(SyntaxNode Node, string Source, int Argument)
{
    public override string ToString() => Source.Substring(Node.Start, Node.Length);
}

/// <summary>A declared shape.</summary>
internal sealed record ParsedShape(IReadOnlyList<ParsedItem> Items)
{
    /// <summary>Whether a shape computed by a primitive is among the items.</summary>
    public bool HasRule { get; } = Items.Any(item => item.Node is SpliceSyntax);

    /// <summary>As declared: <c>(batch, 784)</c>.</summary>
    public override string ToString() => "(" + string.Join(", ", Items) + ")";
}
