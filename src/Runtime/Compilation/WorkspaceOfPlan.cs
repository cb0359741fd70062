using System.ComponentModel;

namespace TypedTensors.Compilation;

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
