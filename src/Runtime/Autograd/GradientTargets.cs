namespace TypedTensors.Autograd;

/// <summary>The tensors whose gradients a run of the engine computes, in place of accumulating those of all leaves.</summary>
internal sealed class GradientTargets
{
    private readonly GradientNode[] _targets;
    private readonly Tensor?[] _gradients;
    private readonly HashSet<GradientNode> _leadsToTarget = [];

    /// <summary>Finds the part of a graph that leads to some nodes.</summary>
    /// <param name="root">The node of the tensor to differentiate.</param>
    /// <param name="targets">The nodes of the tensors whose gradients are wanted.</param>
    public GradientTargets(GradientNode root, GradientNode[] targets)
    {
        _targets = targets;
        _gradients = new Tensor?[targets.Length];
        Explore(root);
    }

    /// <summary>The gradient of each target that the graph reaches.</summary>
    public ReadOnlySpan<Tensor?> Gradients => _gradients;

    /// <summary>Whether a target lies behind a node, or is it.</summary>
    public bool IsReachedFrom(GradientNode node) => _leadsToTarget.Contains(node);

    /// <summary>Takes the gradient that arrives at a target.</summary>
    /// <returns>Whether no other target lies behind the node.</returns>
    public bool Capture(GradientNode node, Tensor cotangent)
    {
        bool isTarget = false;
        for (int i = 0; i < _targets.Length; i++)
        {
            if (_targets[i] == node)
            {
                _gradients[i] = cotangent;
                isTarget = true;
            }
        }

        return isTarget && !node.Inputs.Any(input => input is not null && _leadsToTarget.Contains(input));
    }

    // Depth first without recursion: a node is decided when it comes up the second time, after all of its inputs.
    private void Explore(GradientNode root)
    {
        long oldest = _targets.Min(static target => target.Sequence);
        var seen = new HashSet<GradientNode>();
        var path = new Stack<(GradientNode Node, bool IsExplored)>([(root, false)]);
        while (path.TryPop(out (GradientNode Node, bool IsExplored) next))
        {
            if (next.IsExplored)
            {
                if (_targets.Contains(next.Node) || next.Node.Inputs.Any(input => input is not null && _leadsToTarget.Contains(input)))
                    _leadsToTarget.Add(next.Node);
            }
            else if (next.Node.Sequence >= oldest && seen.Add(next.Node))
            {
                path.Push((next.Node, true));
                foreach (GradientNode? input in next.Node.Inputs)
                {
                    if (input is not null)
                        path.Push((input, false));
                }
            }
        }
    }
}
