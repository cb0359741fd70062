using TypedTensors.Dimensions;

namespace TypedTensors.Signatures;

/// <summary>Numbers opaque symbols. One for each method under check, so that results do not depend on the order of methods.</summary>
internal sealed class FreshSymbols
{
    private int _next;

    public Symbol Opaque(string name = "?") => new(name, SymbolKind.Opaque, ++_next);
}
