using TypedTensors.Shapes;
using TypedTensors.Shapes.Syntax;

namespace TypedTensors.Signatures;

/// <summary>An item to bind against: a declared one, or one that a rule already gave a value.</summary>
internal sealed record PatternItem(SyntaxNode? Node, ShapeItem? Value)
{
    public bool IsPack => Node is PackSyntax or SpliceSyntax || Value is { IsPack: true };
}

/// <summary>Gives names and packs the sizes that stand at their places in an actual shape. What does not fit is left to the comparison.</summary>
internal static class PatternBinder
{
    public static void Bind(Bindings bindings, IReadOnlyList<PatternItem> pattern, ShapeValue actual, int source)
    {
        int prefix = 0;
        while (prefix < pattern.Count && !pattern[prefix].IsPack)
            prefix++;
        int suffix = 0;
        while (suffix < pattern.Count - prefix && !pattern[pattern.Count - 1 - suffix].IsPack)
            suffix++;
        bool hasPack = prefix < pattern.Count;
        bool fits = hasPack
            ? actual.Rank is null || actual.Rank >= prefix + suffix
            : actual.Rank is null ? actual.MinRank <= prefix : actual.Rank == prefix;
        if (!fits)
            return;

        int fromLeft = Math.Min(prefix, actual.PrefixLength);
        for (int i = 0; i < fromLeft; i++)
            BindItem(pattern[i], actual.Items[i]);
        int fromRight = hasPack ? Math.Min(suffix, actual.SuffixLength) : Math.Min(prefix - fromLeft, actual.SuffixLength);
        for (int i = 1; i <= fromRight; i++)
            BindItem(pattern[pattern.Count - i], actual.Items[actual.Items.Count - i]);

        bool isOnePack = pattern.Count == prefix + 1 + suffix;
        if (hasPack && isOnePack && fromLeft == prefix && fromRight == suffix && pattern[prefix].Node is PackSyntax { Name: string pack })
            bindings.BindPack(pack, [.. actual.Items.Skip(fromLeft).Take(actual.Items.Count - fromLeft - fromRight)], source);

        void BindItem(PatternItem item, ShapeItem value)
        {
            if (item.Node is NameSyntax name && value.Dimension is not null)
                bindings.Bind(name.Name, value.Dimension, source);
        }
    }
}
