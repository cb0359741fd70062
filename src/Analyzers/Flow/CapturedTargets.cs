using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TypedTensors.Analyzers.Flow;

/// <summary>
/// The targets of assignments that the compiler keeps in a temporary while it evaluates a value with branches:
/// in <c>x = c ? a : b</c> the target <c>x</c> is captured first.
/// </summary>
internal sealed class CapturedTargets
{
    private readonly Dictionary<CaptureId, IOperation> _targets = [];

    private CapturedTargets()
    {
    }

    public CapturedTargets(ControlFlowGraph graph)
    {
        foreach (BasicBlock block in graph.Blocks)
        {
            foreach (IOperation operation in block.Operations)
            {
                if (operation is IFlowCaptureOperation capture)
                    _targets[capture.Id] = capture.Value;
            }
        }
    }

    /// <summary>No temporaries: the targets of a tree of operations.</summary>
    public static CapturedTargets None { get; } = new();

    /// <summary>What an assignment writes: the target itself, or the one that the temporary stands for.</summary>
    public IOperation Resolve(IOperation target) =>
        target is IFlowCaptureReferenceOperation reference && _targets.TryGetValue(reference.Id, out IOperation? captured)
            ? captured
            : target;
}
