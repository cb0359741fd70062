using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.Flow;

/// <summary>The lambdas that one graph evaluates, and what its variables hold for good once they are assigned.</summary>
internal sealed class NestedFunctions(VariableUsage usage)
{
    private readonly List<KeyValuePair<IFlowAnonymousFunctionOperation, FlowState>> _lambdas = [];

    /// <summary>The state that local functions see: variables that keep their first value, wherever that is assigned.</summary>
    public FlowState Lasting { get; } = new();

    public IReadOnlyList<KeyValuePair<IFlowAnonymousFunctionOperation, FlowState>> Lambdas => _lambdas;

    public void Add(IFlowAnonymousFunctionOperation lambda, FlowState state)
    {
        FlowState captured = new();
        Keep(state, captured);
        _lambdas.Add(new(lambda, captured));
    }

    /// <summary>Takes over what lasts from the end of a block.</summary>
    public void Keep(FlowState state) => Keep(state, Lasting);

    private void Keep(FlowState state, FlowState into)
    {
        foreach (KeyValuePair<ISymbol, Value> entry in state.Variables)
        {
            if (usage.IsStable(entry.Key))
                into.Set(entry.Key, entry.Value);
        }
    }
}
