namespace TypedTensors.Autograd;

/// <summary>One recorded operation of the define-by-run tape.</summary>
internal abstract class GradientNode
{
    private static long _lastSequence;

    /// <summary>The order of recording: a node's inputs have smaller numbers, so that descending order is a reverse topological one.</summary>
    public long Sequence { get; } = Interlocked.Increment(ref _lastSequence);

    /// <summary>The name of the operation.</summary>
    public abstract string Name { get; }

    /// <summary>The nodes that the inputs came from; null for an input that is not tracked.</summary>
    public abstract IReadOnlyList<GradientNode?> Inputs { get; }
}
