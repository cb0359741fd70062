namespace TypedTensors.Kernels.Einsum;

/// <summary>One step of a contraction: two nodes that are multiplied, and what becomes of their labels.</summary>
/// <param name="Left">The left node.</param>
/// <param name="Right">The right node.</param>
/// <param name="Batch">Labels of both that stay.</param>
/// <param name="Rows">Labels of the left node alone.</param>
/// <param name="Inner">Labels of both that are summed over.</param>
/// <param name="Columns">Labels of the right node alone.</param>
internal sealed record ContractionStep(int Left, int Right, int[] Batch, int[] Rows, int[] Inner, int[] Columns)
{
    /// <summary>The labels of the product, in the order in which it is laid out when nothing speaks for another.</summary>
    public int[] Product { get; } = [.. Batch, .. Rows, .. Columns];
}

/// <summary>
/// Products of elements of several tensors, summed over the labels that the destination lacks and repeated over those that it alone has. Nodes are numbered: the
/// operands first, then the product of each step.
/// </summary>
internal sealed class ContractionPlan
{
    private readonly bool[] _isSummed;

    /// <summary>Plans a contraction.</summary>
    /// <param name="sizes">The size of each label, none of them 1.</param>
    /// <param name="operands">For each axis of each operand its label, -1 for one of size 1.</param>
    /// <param name="destination">The same of the destination.</param>
    public ContractionPlan(int[] sizes, int[][] operands, int[] destination)
    {
        Sizes = sizes;
        Operands = operands;
        Destination = destination;
        IsZero = operands.Any(operand => operand.Any(label => label >= 0 && sizes[label] == 0));
        DestinationLabels = Distinct(destination);
        HasDiagonal = DestinationLabels.Length != destination.Count(static label => label >= 0);

        List<int[]> nodes = [];
        for (int i = 0; i < operands.Length; i++)
            nodes.Add([.. Distinct(operands[i]).Where(label => destination.Contains(label) || operands.Where((_, other) => other != i).Any(other => other.Contains(label)))]);
        List<ContractionStep> steps = [];
        List<int> alive = [.. Enumerable.Range(0, operands.Length)];
        foreach ((int left, int right) in ContractionOrder.Find(sizes, nodes, DestinationLabels))
        {
            alive.Remove(left);
            alive.Remove(right);
            bool IsNeeded(int label) => destination.Contains(label) || alive.Any(node => nodes[node].Contains(label));
            int[] a = nodes[left], b = nodes[right];
            ContractionStep step = new(
                left,
                right,
                [.. a.Where(label => b.Contains(label) && IsNeeded(label))],
                [.. a.Where(label => !b.Contains(label))],
                [.. a.Where(label => b.Contains(label) && !IsNeeded(label))],
                [.. b.Where(label => !a.Contains(label))]);
            alive.Add(nodes.Count);
            nodes.Add(step.Product);
            steps.Add(step);
        }

        _isSummed = [.. operands.Select((operand, i) => Distinct(operand).Length != nodes[i].Length)];
        Nodes = [.. nodes];
        Steps = [.. steps];
        Offsets = new int[Nodes.Length];
        int next = 0;
        for (int node = 0; node < Nodes.Length; node++)
        {
            Offsets[node] = next;
            if (!IsZero && (node >= operands.Length || IsSummed(node)))
                next = checked(next + CountOf(Nodes[node]));
        }

        TemporaryElements = next;
    }

    public int[] Sizes { get; }

    public int[][] Operands { get; }

    public int[] Destination { get; }

    /// <summary>Whether a label of an operand has size 0, so that there is nothing to sum.</summary>
    public bool IsZero { get; }

    /// <summary>Whether a label is in the destination twice, which has values on that diagonal only.</summary>
    public bool HasDiagonal { get; }

    /// <summary>The labels of the destination in the order of its axes.</summary>
    public int[] DestinationLabels { get; }

    /// <summary>For each node its labels; those that only one operand has, and not the destination, are summed over beforehand.</summary>
    public int[][] Nodes { get; }

    public ContractionStep[] Steps { get; }

    /// <summary>For each node that has memory of its own where in the temporary memory that begins.</summary>
    public int[] Offsets { get; }

    public int TemporaryElements { get; }

    /// <summary>Whether labels of an operand are summed over before it is multiplied.</summary>
    public bool IsSummed(int operand) => _isSummed[operand];

    public int CountOf(ReadOnlySpan<int> labels)
    {
        int count = 1;
        foreach (int label in labels)
            count = checked(count * Sizes[label]);
        return count;
    }

    /// <summary>The distinct labels of an operand, in the order of its axes.</summary>
    private static int[] Distinct(int[] labels) => [.. labels.Where(static label => label >= 0).Distinct()];
}
