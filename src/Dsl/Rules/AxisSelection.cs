using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>Axes found among the items of a shape; negative ones count from the end.</summary>
/// <remarks>
/// An axis that lies in a pack, or beyond one, or is not a constant cannot be placed. Then <see cref="IsExact"/> is false, and
/// only the items that no such axis can be are told: so many at the start and so many at the end.
/// </remarks>
internal sealed class AxisSelection
{
    private readonly ShapeValue _shape;
    private readonly List<int> _items = [];

    private AxisSelection(ShapeValue shape)
    {
        _shape = shape;
        KeptAtStart = shape.PrefixLength;
        KeptAtEnd = shape.SuffixLength;
    }

    /// <summary>Whether every axis was placed.</summary>
    public bool IsExact { get; private set; } = true;

    /// <summary>The indices of the items, in the order of the axes; without those that a scalar is treated as having.</summary>
    public IReadOnlyList<int> Items => _items;

    /// <summary>How many axes there are; null when that is not known.</summary>
    public int? Count { get; private set; }

    public int KeptAtStart { get; private set; }

    public int KeptAtEnd { get; private set; }

    /// <summary>Finds the axes, or records a mismatch and gives null when one is out of range or repeated.</summary>
    /// <param name="context">The application.</param>
    /// <param name="tensor">The tensor, for messages.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="axes">One axis or several; unknown ones can be any.</param>
    /// <param name="scalarHasAxis">Whether axis 0 (or -1) of a scalar is allowed and stands for nothing.</param>
    public static AxisSelection? Of(RuleContext context, Operand tensor, ShapeValue shape, Operand axes, bool scalarHasAxis = true)
    {
        var selection = new AxisSelection(shape);
        if (axes.Integers is not IReadOnlyList<Dimension> values)
        {
            selection.Blur(0, 0);
            context.LeaveToGuard(AxisMessages.Unproved(tensor, shape));
            return selection;
        }

        selection.Count = values.Count;
        var seen = new HashSet<long>();
        foreach (Dimension value in values)
        {
            if (!value.IsConstant(out long axis))
            {
                selection.Blur(0, 0);
                continue;
            }

            if (shape.Rank is int rank)
            {
                int range = rank == 0 && scalarHasAxis ? 1 : rank;
                if (axis < -range || axis >= range)
                {
                    context.Fail(MismatchKind.Axis, AxisMessages.OutOfRange(axis, tensor, shape), [axes, tensor]);
                    return null;
                }

                axis = axis < 0 ? axis + range : axis;
                if (rank > 0)
                    selection._items.Add((int)axis);
            }
            else
            {
                selection.PlaceBesidePack(axis);
            }

            if (!seen.Add(axis) || selection._items.Distinct().Count() != selection._items.Count)
            {
                context.Fail(MismatchKind.Axis, AxisMessages.Repeated(axis, tensor, shape), [axes, tensor]);
                return null;
            }
        }

        if (selection.IsExact)
            return selection;
        foreach (int item in selection._items)
            selection.Keep(shape.Rank is null && item > shape.PackIndex ? shape.PrefixLength : item, item < shape.PrefixLength ? shape.SuffixLength : shape.Items.Count - 1 - item);
        context.LeaveToGuard(AxisMessages.Unproved(tensor, shape));
        return selection;
    }

    /// <summary>A shape that keeps what no axis can be, with something unknown between.</summary>
    /// <param name="context">The application.</param>
    /// <param name="rank">The number of dimensions of the result, or null when it is not known.</param>
    public ShapeValue Blurred(RuleContext context, int? rank)
    {
        IEnumerable<ShapeItem> start = _shape.Items.Take(KeptAtStart), end = _shape.Items.Skip(_shape.Items.Count - KeptAtEnd);
        int unknown = (rank ?? 0) - KeptAtStart - KeptAtEnd;
        if (rank is not null && unknown < 0)
            return context.UnknownShape();
        return rank is null
            ? new ShapeValue([.. start, context.FreshPack(), .. end])
            : new ShapeValue([.. start, .. context.FreshSizes(unknown), .. end]);
    }

    private void PlaceBesidePack(long axis)
    {
        if (axis >= 0 && axis < _shape.PrefixLength)
            _items.Add((int)axis);
        else if (axis < 0 && -axis <= _shape.SuffixLength)
            _items.Add((int)(_shape.Items.Count + axis));
        else if (axis >= 0)
            Blur(_shape.PrefixLength, _shape.SuffixLength - (axis - _shape.PrefixLength + 1));
        else
            Blur(_shape.PrefixLength - (-axis - _shape.SuffixLength), _shape.SuffixLength);
    }

    private void Blur(long keptAtStart, long keptAtEnd)
    {
        IsExact = false;
        if (_shape.Rank is not null)
            keptAtStart = keptAtEnd = 0;
        Keep(keptAtStart, keptAtEnd);
    }

    private void Keep(long atStart, long atEnd)
    {
        KeptAtStart = (int)Math.Max(0, Math.Min(KeptAtStart, atStart));
        KeptAtEnd = (int)Math.Max(0, Math.Min(KeptAtEnd, atEnd));
    }
}
