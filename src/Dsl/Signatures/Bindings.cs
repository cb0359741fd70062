using TypedTensors.Dimensions;
using TypedTensors.Shapes;

namespace TypedTensors.Signatures;

/// <summary>What a name was bound to, and by which argument.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">The index of the parameter that bound it; -1 when none did.</param>
internal sealed record Binding<T>(T Value, int Source);

/// <summary>What the names of a signature stand for in one call.</summary>
internal sealed class Bindings
{
    private readonly Dictionary<string, Binding<Dimension>> _sizes = [];
    private readonly Dictionary<string, Binding<IReadOnlyList<ShapeItem>>> _packs = [];

    public IReadOnlyDictionary<string, Binding<Dimension>> Sizes => _sizes;

    public IReadOnlyDictionary<string, Binding<IReadOnlyList<ShapeItem>>> Packs => _packs;

    /// <summary>Binds a name by its first use; a later one counts only when the first told nothing.</summary>
    public void Bind(string name, Dimension value, int source)
    {
        if (!_sizes.TryGetValue(name, out Binding<Dimension>? earlier) || (IsOpaque(earlier.Value) && !IsOpaque(value)))
            _sizes[name] = new Binding<Dimension>(value, source);
    }

    /// <summary>Binds a pack by its first use; a later one counts only when it is known better.</summary>
    public void BindPack(string name, IReadOnlyList<ShapeItem> value, int source)
    {
        if (!_packs.TryGetValue(name, out Binding<IReadOnlyList<ShapeItem>>? earlier)
            || (earlier.Value.Any(item => item.IsOpaquePack) && !value.Any(item => item.IsOpaquePack)))
            _packs[name] = new Binding<IReadOnlyList<ShapeItem>>(value, source);
    }

    /// <summary>The size of a name; one that nothing bound becomes a size that nothing is known of.</summary>
    public Dimension SizeOf(string name, FreshSymbols fresh)
    {
        if (!_sizes.TryGetValue(name, out Binding<Dimension>? binding))
            _sizes[name] = binding = new Binding<Dimension>(Dimension.Of(fresh.Opaque()), -1);
        return binding.Value;
    }

    /// <summary>The dimensions of a pack; one that nothing bound becomes a pack that nothing is known of.</summary>
    public IReadOnlyList<ShapeItem> PackOf(string name, FreshSymbols fresh)
    {
        if (!_packs.TryGetValue(name, out Binding<IReadOnlyList<ShapeItem>>? binding))
            _packs[name] = binding = new Binding<IReadOnlyList<ShapeItem>>([ShapeItem.OfPack(fresh.Opaque(""))], -1);
        return binding.Value;
    }

    private static bool IsOpaque(Dimension value) => value.IsSymbol(out Symbol symbol) && symbol.Kind != SymbolKind.Rigid;
}
