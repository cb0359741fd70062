namespace TypedTensors.Autograd;

/// <summary>What autograd keeps of a tracked tensor.</summary>
internal sealed class GradientHistory
{
    /// <summary>The node that produced the tensor; for a leaf, the node that accumulates into <see cref="Grad"/>.</summary>
    public required GradientNode Node { get; init; }

    /// <summary>Whether the tensor was created by the user rather than computed from tracked tensors.</summary>
    public required bool IsLeaf { get; init; }

    /// <summary>The accumulated gradient, of the tensor's type and shape; null before the first one arrives.</summary>
    public Tensor? Grad { get; set; }
}
