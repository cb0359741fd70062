using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using TypedTensors.Analyzers.Operations;
using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Analyzers.Flow;

/// <summary>Analyzes one body with all its lambdas and local functions: finds the fixpoint, then reports from it.</summary>
internal static class BodyAnalysis
{
    /// <summary>Runs the analysis.</summary>
    /// <param name="graph">The control-flow graph of the body.</param>
    /// <param name="owner">The method, field or property that the body belongs to.</param>
    /// <param name="contracts">The contracts of the compilation.</param>
    /// <param name="findings">Receives what is found.</param>
    /// <param name="cancellation">Stops the analysis.</param>
    public static void Run(ControlFlowGraph graph, ISymbol owner, ContractReader contracts, IShapeFindings findings, CancellationToken cancellation)
    {
        BodyScope scope = BodyScope.Enter(contracts, owner, VariableUsage.Of(graph.OriginalOperation), new SymbolSource());
        FlowState entry = new();
        if (owner is IMethodSymbol method)
            BindParameters(method, scope, entry);
        HeldObjects.Bind(scope, graph.OriginalOperation.SemanticModel, entry, new Interpreter(scope, new CapturedTargets(graph), findings: null, nested: null, cancellation), cancellation);
        Run(graph, scope, entry, findings, cancellation);
    }

    private static void Run(ControlFlowGraph graph, BodyScope scope, FlowState entry, IShapeFindings findings, CancellationToken cancellation)
    {
        CapturedTargets targets = new(graph);
        Interpreter search = new(scope, targets, findings: null, nested: null, cancellation);
        FlowState?[] fixpoint = new Fixpoint(graph, targets, scope.Symbols, search).Find(entry);

        NestedFunctions nested = new(scope.Usage);
        nested.Keep(entry);
        Interpreter report = new(scope, targets, findings, nested, cancellation);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (fixpoint[block.Ordinal] is not { } state)
                continue;
            report.Run(block, state);
            nested.Keep(state);
        }

        foreach (KeyValuePair<IFlowAnonymousFunctionOperation, FlowState> lambda in nested.Lambdas)
            RunNested(graph.GetAnonymousFunctionControlFlowGraph(lambda.Key, cancellation), lambda.Key.Symbol, lambda.Value);
        foreach (IMethodSymbol function in graph.LocalFunctions)
            RunNested(graph.GetLocalFunctionControlFlowGraph(function, cancellation), function, nested.Lasting);

        void RunNested(ControlFlowGraph inner, IMethodSymbol function, FlowState captured)
        {
            BodyScope own = scope.Nest(function);

            // A function with names of its own does not share those of the body around it.
            FlowState start = ReferenceEquals(own.Body.Facts, scope.Body.Facts) ? captured.Clone() : new FlowState();
            BindParameters(function, own, start);
            Run(inner, own, start, findings, cancellation);
        }
    }

    /// <summary>What a method knows of its parameters: the declared shapes, and of the others only that they stay the same.</summary>
    private static void BindParameters(IMethodSymbol method, BodyScope scope, FlowState state)
    {
        if (method.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver } && scope.HasReceiver)
            Bind(receiver, 0, scope, state);
        int first = scope.Body.ParameterShapes.Count - method.Parameters.Length;
        foreach (IParameterSymbol parameter in method.Parameters)
            Bind(parameter, first + parameter.Ordinal, scope, state);
    }

    private static void Bind(IParameterSymbol parameter, int position, BodyScope scope, FlowState state)
    {
        if (!scope.Usage.IsTracked(parameter) || parameter.RefKind == RefKind.Out)
            return;
        Location? origin = parameter.Locations.FirstOrDefault(static location => location.IsInSource);
        SignatureBody body = scope.Body;
        IReadOnlyList<ShapeValue>? shapes = position >= 0 && position < body.ParameterShapes.Count ? body.ParameterShapes[position] : null;
        if (shapes is { Count: 1 } && scope.Known.IsTensor(parameter.Type))
            state.Set(parameter, new TensorValue(shapes[0], origin));
        else if (shapes is { Count: > 0 } && parameter.Type.IsTupleType)
            state.Set(parameter, new ListValue([.. shapes.Select(shape => (Value?)new TensorValue(shape, origin))]));
        else if (AnnotationReader.IsDim(scope.Known, parameter.GetAttributes()) && body.Dimensions.TryGetValue(parameter.Name, out Dimension? size))
            state.Set(parameter, new IntegerValue(size));
        else
            state.Set(parameter, scope.Stable(parameter, parameter.Type, parameter.Name, origin));
    }
}
