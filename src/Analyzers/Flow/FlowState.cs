using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.Flow;

/// <summary>What is known at one point of a body: of its variables, of members of <c>this</c>, and of the compiler's temporaries.</summary>
internal sealed class FlowState
{
    private readonly Dictionary<ISymbol, Value> _variables;
    private readonly Dictionary<CaptureId, Value> _captures;

    public FlowState()
    {
        _variables = new(SymbolEqualityComparer.Default);
        _captures = [];
    }

    private FlowState(FlowState other)
    {
        _variables = new(other._variables, SymbolEqualityComparer.Default);
        _captures = new(other._captures);
    }

    public IReadOnlyDictionary<ISymbol, Value> Variables => _variables;

    public FlowState Clone() => new(this);

    public Value? Get(ISymbol variable) => _variables.TryGetValue(variable, out Value? value) ? value : null;

    public Value? Get(CaptureId capture) => _captures.TryGetValue(capture, out Value? value) ? value : null;

    public void Set(ISymbol variable, Value? value)
    {
        if (value is null)
            _variables.Remove(variable);
        else
            _variables[variable] = value;
    }

    public void Set(CaptureId capture, Value? value)
    {
        if (value is null)
            _captures.Remove(capture);
        else
            _captures[capture] = value;
    }

    public void Forget(IEnumerable<ISymbol> variables)
    {
        foreach (ISymbol variable in variables)
            _variables.Remove(variable);
    }

    public bool Same(FlowState other) => Same(_variables, other._variables) && Same(_captures, other._captures);

    /// <summary>What holds in both states; a value that only one of them knows is not known.</summary>
    public static FlowState Join(FlowState left, FlowState right, ValueJoin join)
    {
        FlowState result = new();
        foreach (KeyValuePair<ISymbol, Value> entry in left._variables)
        {
            if (right.Get(entry.Key) is { } other)
                result.Set(entry.Key, join.Join(entry.Key, entry.Value, other));
        }

        foreach (KeyValuePair<CaptureId, Value> entry in left._captures)
        {
            if (right.Get(entry.Key) is { } other)
                result.Set(entry.Key, join.Join(entry.Key, entry.Value, other));
        }

        return result;
    }

    private static bool Same<TKey>(Dictionary<TKey, Value> left, Dictionary<TKey, Value> right)
        where TKey : notnull
    {
        if (left.Count != right.Count)
            return false;
        foreach (KeyValuePair<TKey, Value> entry in left)
        {
            if (!right.TryGetValue(entry.Key, out Value? other) || !entry.Value.Equals(other))
                return false;
        }

        return true;
    }
}
