namespace TypedTensors.Autograd;

/// <summary>One run of the engine: nodes in descending order of recording, each once all that it feeds has been run.</summary>
/// <remarks>Iterative, so that the depth of a graph is not bounded by the stack. A pass belongs to one thread.</remarks>
internal sealed class BackwardPass
{
    [ThreadStatic]
    private static BackwardPass? _idle;

    private readonly Dictionary<GradientNode, Cotangent> _pending = [];
    private readonly PriorityQueue<GradientNode, long> _ready = new();

    /// <summary>Runs the graph that ends in a node.</summary>
    /// <param name="root">The node of the tensor to differentiate.</param>
    /// <param name="cotangent">Its cotangent.</param>
    /// <param name="retainGraph">Whether saved values are kept for another run.</param>
    public static void Run(GradientNode root, Cotangent cotangent, bool retainGraph)
    {
        BackwardPass pass = _idle ?? new BackwardPass();
        _idle = null; // a pullback that runs another pass gets a pass of its own
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
            pass._pending.Clear();
            pass._ready.Clear();
            _idle = pass;
        }
    }

    /// <summary>Brings a cotangent to the node of an input. Nothing happens when the input is not tracked.</summary>
    public void Deliver(GradientNode? node, Cotangent cotangent)
    {
        if (node is null)
            return;
        if (_pending.TryGetValue(node, out Cotangent earlier))
        {
            _pending[node] = node.Add(earlier, cotangent);
        }
        else
        {
            _pending.Add(node, cotangent);
            _ready.Enqueue(node, -node.Sequence);
        }
    }
}
