namespace TypedTensors.Autograd;

/// <summary>The end of the graph: adds what arrives into the gradient of a tensor that the user created.</summary>
internal sealed class LeafNode<T> : GradientNode<T>
    where T : unmanaged
{
    private readonly Lock _accumulating = new();
    private GradientHistory? _history;

    private LeafNode()
    {
    }

    public override string Name => "Leaf";

    public override IReadOnlyList<GradientNode?> Inputs => [];

    /// <summary>What autograd keeps of a new leaf.</summary>
    public static GradientHistory NewHistory()
    {
        var node = new LeafNode<T>();
        return node._history = new GradientHistory { Node = node, IsLeaf = true };
    }

    public override void Release()
    {
    }

    // Two threads may run independent graphs that share a parameter.
    protected override void Propagate(Tensor<T> cotangent, bool isOwned, BackwardPass pass)
    {
        lock (_accumulating)
            Accumulate(_history!, new Cotangent(cotangent, isOwned), isRecorded: false);
    }

    protected override void PropagateRecorded(Tensor<T> cotangent, BackwardPass pass)
    {
        lock (_accumulating)
            Accumulate(_history!, new Cotangent(cotangent, IsOwned: false), isRecorded: true);
    }
}
