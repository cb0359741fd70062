using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedTensors.Analyzers.Flow;

/// <summary>
/// Finds what holds at the entry of every block: runs blocks in order until nothing changes, and joins where paths meet.
/// </summary>
/// <remarks>
/// At the head of a loop what is known only shrinks, which bounds the number of rounds. An exception can leave a try block anywhere, so a
/// handler starts from what held before the try block, less every variable that the block assigns; what runs in a
/// finally block takes its variables away from the paths through it.
/// </remarks>
internal sealed class Fixpoint
{
    private readonly ControlFlowGraph _graph;
    private readonly CapturedTargets _targets;
    private readonly Interpreter _interpreter;
    private readonly ValueJoin[] _joins;
    private readonly FlowState?[] _entries;
    private readonly Dictionary<(int From, int To), FlowState>[] _incoming;
    private readonly SortedSet<int> _work = [];
    private readonly ILookup<int, ControlFlowRegion> _tryRegions;

    public Fixpoint(ControlFlowGraph graph, CapturedTargets targets, SymbolSource symbols, Interpreter interpreter)
    {
        _graph = graph;
        _targets = targets;
        _interpreter = interpreter;
        _joins = [.. graph.Blocks.Select(block => new ValueJoin(block, symbols))];
        _entries = new FlowState?[graph.Blocks.Length];
        _incoming = [.. graph.Blocks.Select(static _ => new Dictionary<(int, int), FlowState>())];
        _tryRegions = Regions(graph.Root)
            .Where(static region => region.Kind == ControlFlowRegionKind.Try)
            .ToLookup(static region => region.FirstBlockOrdinal);
    }

    /// <summary>The state at the entry of each block; null for one that is never reached.</summary>
    public FlowState?[] Find(FlowState entry)
    {
        _entries[0] = entry.Clone();
        _work.Add(0);
        while (_work.Count > 0)
        {
            int ordinal = _work.Min;
            _work.Remove(ordinal);
            BasicBlock block = _graph.Blocks[ordinal];
            foreach (ControlFlowRegion region in _tryRegions[ordinal])
                EnterHandlers(region, _entries[ordinal]!);
            FlowState state = _entries[ordinal]!.Clone();
            _interpreter.Run(block, state);
            Follow(block.ConditionalSuccessor, state);
            Follow(block.FallThroughSuccessor, state);
        }

        return _entries;
    }

    private void Follow(ControlFlowBranch? branch, FlowState state)
    {
        if (branch?.Destination is not { } destination)
            return;
        if (branch.FinallyRegions.IsEmpty)
        {
            Enter(branch.Source.Ordinal, branch.IsConditionalSuccessor, destination, state.Clone());
            return;
        }

        FlowState behind = state.Clone();
        foreach (ControlFlowRegion region in branch.FinallyRegions)
            behind.Forget(AssignedIn(region));
        Enter(branch.Source.Ordinal, branch.IsConditionalSuccessor, destination, behind);
    }

    private void EnterHandlers(ControlFlowRegion tryRegion, FlowState before)
    {
        foreach (ControlFlowRegion handler in tryRegion.EnclosingRegion!.NestedRegions)
        {
            if (handler.Kind == ControlFlowRegionKind.Try)
                continue;
            FlowState state = before.Clone();
            state.Forget(AssignedIn(tryRegion));
            Enter(tryRegion.FirstBlockOrdinal, isConditional: false, _graph.Blocks[handler.FirstBlockOrdinal], state);
        }
    }

    private void Enter(int from, bool isConditional, BasicBlock destination, FlowState state)
    {
        int to = destination.Ordinal;
        Dictionary<(int From, int To), FlowState> incoming = _incoming[to];
        incoming[(from, isConditional ? 1 : 0)] = state;
        FlowState? entry = incoming.Keys.Any(key => key.From >= to) ? _entries[to] : null;
        foreach (KeyValuePair<(int From, int To), FlowState> edge in incoming.OrderBy(static edge => edge.Key))
            entry = entry is null ? edge.Value : FlowState.Join(entry, edge.Value, _joins[to]);
        if (_entries[to] is { } known && known.Same(entry!))
            return;
        _entries[to] = entry!.Clone();
        _work.Add(to);
    }

    private ImmutableArray<ISymbol> AssignedIn(ControlFlowRegion region)
    {
        HashSet<ISymbol> assigned = new(SymbolEqualityComparer.Default);
        for (int ordinal = region.FirstBlockOrdinal; ordinal <= region.LastBlockOrdinal; ordinal++)
        {
            BasicBlock block = _graph.Blocks[ordinal];
            foreach (IOperation operation in block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            {
                foreach (IOperation part in operation.DescendantsAndSelf())
                    AddTargets(part, assigned);
            }
        }

        return [.. assigned];
    }

    private void AddTargets(IOperation operation, HashSet<ISymbol> assigned)
    {
        IOperation? target = operation switch
        {
            IAssignmentOperation assignment => _targets.Resolve(assignment.Target),
            IIncrementOrDecrementOperation increment => _targets.Resolve(increment.Target),
            IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => _targets.Resolve(argument.Value),
            _ => null,
        };
        foreach (IOperation part in target?.DescendantsAndSelf() ?? [])
        {
            ISymbol? variable = part switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                IFieldReferenceOperation field => field.Field,
                _ => null,
            };
            if (variable is not null)
                assigned.Add(variable);
        }
    }

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region)
    {
        yield return region;
        foreach (ControlFlowRegion nested in region.NestedRegions.SelectMany(Regions))
            yield return nested;
    }
}
