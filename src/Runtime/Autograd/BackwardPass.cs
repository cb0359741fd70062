namespace TypedTensors.Autograd;

/// <summary>One run of the engine: nodes in descending order of recording, each once all that it feeds has been run.</summary>
/// <remarks>Iterative, so that the depth of a graph is not bounded by the stack. A pass belongs to one thread.</remarks>
internal sealed class BackwardPass
{
    [ThreadStatic]
    private static BackwardPass? _idle;

    private readonly Dictionary<GradientNode, Cotangent> _pending = [];
    private readonly PriorityQueue<GradientNode, long> _ready = new();
    private GradientTargets? _targets;

    /// <summary>Whether the run is recorded, so that the gradients can be differentiated again.</summary>
    public bool CreatesGraph { get; private set; }

    /// <summary>Whether the run computes the gradients of given tensors, rather than accumulating those of all leaves.</summary>
    public bool IsForTargets => _targets is not null;

    /// <summary>Runs the graph that ends in a node.</summary>
    /// <param name="root">The node of the tensor to differentiate.</param>
    /// <param name="cotangent">Its cotangent.</param>
    /// <param name="retainGraph">Whether saved values are kept for another run.</param>
    /// <param name="createGraph">Whether the run is recorded.</param>
    /// <param name="targets">The tensors whose gradients are wanted, and memory for those; null to accumulate into the leaves.</param>
    public static void Run(GradientNode root, Cotangent cotangent, bool retainGraph, bool createGraph = false, GradientTargets? targets = null)
    {
        BackwardPass pass = _idle ?? new BackwardPass();
        _idle = null; // a pullback that runs another pass gets a pass of its own
        pass.CreatesGraph = createGraph;
        pass._targets = targets;
        bool wasPaused = createGraph && Recording.IsPaused;
        if (wasPaused)
            Recording.IsPaused = false;
        try
        {
            pass.Deliver(root, cotangent);
            while (pass._ready.TryDequeue(out GradientNode? node, out _))
            {
                pass._pending.Remove(node, out Cotangent arrived);
                node.Propagate(arrived, pass);
                if (!retainGraph)
                    node.Release();
            }
        }
        finally
        {
            if (wasPaused)
                Recording.IsPaused = true;
            pass._pending.Clear();
            pass._ready.Clear();
            pass._targets = null;
            _idle = pass;
        }
    }

    /// <summary>Brings a cotangent to the node of an input. Nothing happens when the input is not tracked.</summary>
    public void Deliver(GradientNode? node, Cotangent cotangent)
    {
        if (node is null || _targets?.IsReachedFrom(node) == false)
            return;
        if (_pending.TryGetValue(node, out Cotangent earlier))
        {
            _pending[node] = node.Add(earlier, cotangent, CreatesGraph);
        }
        else
        {
            _pending.Add(node, cotangent);
            _ready.Enqueue(node, -node.Sequence);
        }
    }

    /// <summary>Takes the gradient of a target.</summary>
    /// <returns>Whether there is nothing to do beyond the node.</returns>
    public bool Capture(GradientNode node, Tensor cotangent) => _targets is not null && _targets.Capture(node, cotangent);
}
