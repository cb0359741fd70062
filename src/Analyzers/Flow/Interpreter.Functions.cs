using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Lambdas: their bodies are analyzed after the body that creates them, with the variables that last.</summary>
internal sealed partial class Interpreter
{
    public override Value? VisitFlowAnonymousFunction(IFlowAnonymousFunctionOperation operation, FlowState state)
    {
        _nested?.Add(operation, state);
        return null;
    }
}
