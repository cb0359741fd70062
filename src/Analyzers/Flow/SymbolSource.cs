using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>
/// Numbers the opaque symbols of one body by the place where they arise, so that visiting a place again gives the same symbols and
/// the analysis of a loop reaches a fixpoint.
/// </summary>
/// <remarks>
/// One symbol for every iteration of a loop is sound, because a value that outlives an iteration passes the join at the loop's head,
/// which gives it a symbol of its own.
/// </remarks>
internal sealed class SymbolSource
{
    private const int SymbolsPerPlace = 1 << 10;

    private readonly Dictionary<object, int> _places = [];
    private int _next;

    /// <summary>The symbols of a place: an operation, a member, or a key with structural equality for a join.</summary>
    public FreshSymbols At(object place)
    {
        if (!_places.TryGetValue(place, out int number))
            _places.Add(place, number = _next++);
        return new FreshSymbols(number * SymbolsPerPlace);
    }
}
