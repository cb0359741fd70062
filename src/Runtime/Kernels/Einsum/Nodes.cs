using System.Numerics;

namespace TypedTensors.Kernels.Einsum;

/// <summary>The nodes of a contraction while it runs: where each lies, and how many elements apart neighbours along each label are.</summary>
internal readonly ref struct Nodes<T>
    where T : unmanaged, INumber<T>
{
    private readonly ContractionOperands<T> _operands;
    private readonly TensorView<T> _destination;
    private readonly Span<T> _temporary;
    private readonly Span<int> _strides;

    /// <summary>Starts with the operands and the destination.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="operands">The operands.</param>
    /// <param name="destination">The destination.</param>
    /// <param name="temporary">Memory for the other nodes.</param>
    /// <param name="strides">Memory for one integer for each label, for each node and for the destination.</param>
    public Nodes(ContractionPlan plan, ContractionOperands<T> operands, TensorView<T> destination, Span<T> temporary, Span<int> strides)
    {
        Plan = plan;
        _operands = operands;
        _destination = destination;
        _temporary = temporary;
        _strides = strides;
        strides.Clear();
        for (int i = 0; i < plan.Operands.Length; i++)
            AddStrides(plan.Operands[i], operands[i].Strides, StridesOf(i));
        AddStrides(plan.Destination, destination.Strides, StridesOf(Destination));
    }

    public ContractionPlan Plan { get; }

    /// <summary>The number that stands for the destination.</summary>
    public int Destination => Plan.Nodes.Length;

    /// <summary>Strides by label. Along a diagonal one steps in all dimensions that have the label.</summary>
    public static void AddStrides(int[] labels, ReadOnlySpan<int> strides, Span<int> byLabel)
    {
        for (int axis = 0; axis < labels.Length; axis++)
        {
            if (labels[axis] >= 0)
                byLabel[labels[axis]] += strides[axis];
        }
    }

    public Span<int> StridesOf(int node) => _strides.Slice(node * Plan.Sizes.Length, Plan.Sizes.Length);

    /// <summary>The memory of a node from its first element on.</summary>
    public Span<T> MemoryOf(int node) =>
        node == Destination ? _destination.Buffer
        : node < Plan.Operands.Length && !Plan.IsSummed(node) ? _operands[node].Buffer
        : _temporary[Plan.Offsets[node]..];

    /// <summary>Sets strides to those of contiguous memory whose dimensions are three runs of labels.</summary>
    public void LayOut(Span<int> strides, scoped ReadOnlySpan<int> outer, scoped ReadOnlySpan<int> middle, scoped ReadOnlySpan<int> inner)
    {
        strides.Clear();
        LayOut(strides, outer, LayOut(strides, middle, LayOut(strides, inner, 1)));
    }

    private int LayOut(Span<int> strides, scoped ReadOnlySpan<int> labels, int stride)
    {
        for (int i = labels.Length - 1; i >= 0; i--)
        {
            strides[labels[i]] = stride;
            stride *= Plan.Sizes[labels[i]];
        }

        return stride;
    }

    /// <summary>A node as a tensor whose dimensions are some labels; one that it lacks repeats it.</summary>
    /// <param name="node">The node.</param>
    /// <param name="labels">The labels in order.</param>
    /// <param name="room">Two integers for each of them.</param>
    public TensorView<T> View(int node, scoped ReadOnlySpan<int> labels, Span<int> room) => View(MemoryOf(node), labels, StridesOf(node), room);

    /// <inheritdoc cref="View(int, ReadOnlySpan{int}, Span{int})"/>
    /// <param name="memory">Where it lies.</param>
    /// <param name="labels">The labels in order.</param>
    /// <param name="strides">Its strides by label.</param>
    /// <param name="room">Two integers for each of them.</param>
    public TensorView<T> View(Span<T> memory, scoped ReadOnlySpan<int> labels, scoped ReadOnlySpan<int> strides, Span<int> room)
    {
        Span<int> sizes = room[..labels.Length], steps = room.Slice(labels.Length, labels.Length);
        for (int i = 0; i < labels.Length; i++)
            (sizes[i], steps[i]) = (Plan.Sizes[labels[i]], strides[labels[i]]);
        return new TensorView<T>(memory, sizes, steps);
    }

    /// <summary>Whether a node walks labels in order like one dimension.</summary>
    public bool IsOneDimension(ReadOnlySpan<int> labels, ReadOnlySpan<int> strides)
    {
        for (int i = 1; i < labels.Length; i++)
        {
            if (strides[labels[i - 1]] != strides[labels[i]] * Plan.Sizes[labels[i]])
                return false;
        }

        return true;
    }

    /// <summary>Copies labels, those with larger strides first.</summary>
    public static Span<int> Sort(scoped ReadOnlySpan<int> labels, scoped ReadOnlySpan<int> strides, Span<int> sorted)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            int place = i;
            for (; place > 0 && strides[sorted[place - 1]] < strides[labels[i]]; place--)
                sorted[place] = sorted[place - 1];
            sorted[place] = labels[i];
        }

        return sorted[..labels.Length];
    }
}
