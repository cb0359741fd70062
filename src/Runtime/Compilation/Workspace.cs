using System.ComponentModel;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Compilation;

/// <summary>The memory of one call of a generated member. It is used by one call at a time, and grows to what the largest one needs.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Workspace
{
    private CompactCopy[] _copies = [];

    private protected Workspace()
    {
    }

    /// <summary>The memory of the slots.</summary>
    internal WorkspaceMemory Memory { get; } = new();

    /// <summary>An argument as a contiguous tensor: itself, or a copy in memory that is kept for that argument.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The argument.</param>
    /// <param name="argument">The argument's number among those of the member.</param>
    public TensorView<T> Contiguous<T>(Tensor<T> tensor, int argument)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        TensorView<T> view = tensor.View;
        return view.IsContiguous ? view : CopyOf(argument).Of(view);
    }

    private CompactCopy CopyOf(int argument)
    {
        while (_copies.Length <= argument)
            _copies = [.. _copies, new CompactCopy()];
        return _copies[argument];
    }

    /// <summary>Memory for the copy of one argument.</summary>
    private sealed class CompactCopy
    {
        private readonly WorkspaceMemory _memory = new();
        private int[] _strides = [];

        public unsafe TensorView<T> Of<T>(TensorView<T> tensor)
            where T : unmanaged
        {
            int count = tensor.ElementCount;
            _memory.Reserve((long)count * sizeof(T));
            TensorView<T> copy = new(_memory.Part<T>(0, count), tensor.Sizes, RowMajor(tensor.Sizes));
            StridedCopy.Run(tensor, copy);
            return copy;
        }

        private ReadOnlySpan<int> RowMajor(ReadOnlySpan<int> sizes)
        {
            if (_strides.Length < sizes.Length)
                _strides = new int[sizes.Length];
            int stride = 1;
            for (int axis = sizes.Length - 1; axis >= 0; axis--)
            {
                _strides[axis] = stride;
                stride *= Math.Max(1, sizes[axis]);
            }

            return _strides.AsSpan(0, sizes.Length);
        }
    }
}

/// <summary>The memory of one call of a generated member, with the plans for the sizes that it was last called with.</summary>
/// <typeparam name="TPlan">The member's plan.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Workspace<TPlan> : Workspace
    where TPlan : CallPlan
{
    private const int MaxPlans = 8;

    // The most recently used first.
    private readonly Entry[] _entries = new Entry[MaxPlans];
    private int _count;

    internal Workspace()
    {
    }

    /// <summary>Whether a call is using the workspace.</summary>
    internal bool IsRented { get; set; }

    /// <summary>The plan for given sizes; null when there is none.</summary>
    /// <param name="shapes">The shapes that the plan depends on.</param>
    /// <param name="numbers">Whatever else it depends on.</param>
    public TPlan? Find(ReadOnlySpan<Shape> shapes, ReadOnlySpan<long> numbers = default)
    {
        for (int i = 0; i < _count; i++)
        {
            if (!shapes.SequenceEqual(_entries[i].Shapes) || !numbers.SequenceEqual(_entries[i].Numbers))
                continue;
            MoveToFront(i, _entries[i]);
            return _entries[0].Plan;
        }

        return null;
    }

    /// <summary>Gives a new plan its memory, and keeps it for its sizes in the place of the one that was not used for longest.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="shapes">The shapes that it depends on.</param>
    /// <param name="numbers">Whatever else it depends on.</param>
    /// <returns>The plan.</returns>
    public TPlan Add(TPlan plan, ReadOnlySpan<Shape> shapes, ReadOnlySpan<long> numbers = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Memory.Reserve(plan.Place());
        _count = Math.Min(_count + 1, MaxPlans);
        MoveToFront(_count - 1, new Entry(plan, shapes.ToArray(), numbers.ToArray()));
        return plan;
    }

    private void MoveToFront(int index, Entry entry)
    {
        Array.Copy(_entries, 0, _entries, 1, index);
        _entries[0] = entry;
    }

    private readonly record struct Entry(TPlan Plan, Shape[] Shapes, long[] Numbers);
}
