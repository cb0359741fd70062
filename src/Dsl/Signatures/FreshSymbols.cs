using TypedTensors.Dimensions;

namespace TypedTensors.Signatures;

/// <summary>Numbers opaque symbols. One for each method under check, so that results do not depend on the order of methods.</summary>
/// <param name="start">The number before the first. A flow analysis that visits a call again starts it again at the same number.</param>
internal sealed class FreshSymbols(int start = 0)
{
    private int _next = start;

    public Symbol Opaque(string name = "?") => new(name, SymbolKind.Opaque, ++_next);
}
