using TypedTensors.Dimensions;
using TypedTensors.Messages;
using TypedTensors.Shapes;

namespace TypedTensors.Rules;

/// <summary>Aligns two shapes from the right and pairs their dimensions.</summary>
internal sealed class Broadcasting
{
    private readonly RuleContext _context;
    private readonly List<ShapeItem> _reversed = [];
    private readonly List<Dimension> _suppliedByLeft = [];
    private readonly List<Dimension> _suppliedByRight = [];

    private Broadcasting(RuleContext context) => _context = context;

    /// <summary>The broadcast shape; null when two dimensions conflict.</summary>
    public ShapeValue? Result { get; private set; }

    /// <summary>The pair in conflict, with its place counted from the right, starting at 1.</summary>
    public (int Place, Dimension Left, Dimension Right)? Conflict { get; private set; }

    /// <summary>Whether some pair could not be decided.</summary>
    public bool IsUnproved { get; private set; }

    /// <summary>Whether each operand is expanded somewhere.</summary>
    public bool ExpandsBoth => _suppliedByLeft.Count > 0 && _suppliedByRight.Count > 0;

    /// <summary>A dimension that the left operand supplies at one place and the right operand at another.</summary>
    public Dimension? PairedWithItself => _suppliedByLeft.FirstOrDefault(_suppliedByRight.Contains);

    public static Broadcasting Of(RuleContext context, ShapeValue left, ShapeValue right)
    {
        var broadcasting = new Broadcasting(context);
        broadcasting.Align(left, right);
        return broadcasting;
    }

    /// <summary>Broadcasts two operands, with the message, the note on mutual expansion or the guard that comes of it.</summary>
    public static ShapeValue Apply(RuleContext context, Operand left, Operand right)
    {
        ShapeValue leftShape = context.ShapeOf(left), rightShape = context.ShapeOf(right);
        Broadcasting outcome = Of(context, leftShape, rightShape);
        if (outcome.Conflict is var (place, leftSize, rightSize))
        {
            string message = BroadcastMessages.Conflict(left, leftShape, right, rightShape, place, leftSize, rightSize);
            return context.Fail(Signatures.MismatchKind.Broadcast, message, [right, left]);
        }

        if (outcome.ExpandsBoth)
        {
            string message = BroadcastMessages.MutualExpansion(left, leftShape, right, rightShape, outcome.Result!, outcome.PairedWithItself);
            context.NoteExpansion(outcome.PairedWithItself is not null, message);
        }

        if (outcome.IsUnproved)
            context.LeaveToGuard(BroadcastMessages.Unproved(left, leftShape, right, rightShape));
        return outcome.Result!;
    }

    private void Align(ShapeValue left, ShapeValue right)
    {
        int paired = Math.Min(left.SuffixLength, right.SuffixLength);
        for (int place = 1; place <= paired; place++)
        {
            Dimension a = left[left.Items.Count - place], b = right[right.Items.Count - place];
            if (!AddPair(place, a, b))
                return;
        }

        ShapeItem[] leftRest = [.. left.Items.Take(left.Items.Count - paired)];
        ShapeItem[] rightRest = [.. right.Items.Take(right.Items.Count - paired)];
        if (leftRest.Length == 0)
            TakeOver(rightRest, _suppliedByRight);
        else if (rightRest.Length == 0)
            TakeOver(leftRest, _suppliedByLeft);
        else if (leftRest[leftRest.Length - 1].IsPack && leftRest[leftRest.Length - 1].Equals(rightRest[rightRest.Length - 1]))
            AlignBeforeCommonPack(leftRest, rightRest, paired);
        else
            AlignWithPack(leftRest, rightRest);
        if (Conflict is null)
            Result = _context.Join([.. Enumerable.Reverse(_reversed)]);
    }

    private bool AddPair(int place, Dimension left, Dimension right)
    {
        (Pairing pairing, Dimension result) = DimensionPairing.Pair(_context, left, right);
        switch (pairing)
        {
            case Pairing.Conflict:
                Conflict = (place, left, right);
                return false;
            case Pairing.LeftExpands:
                _suppliedByRight.Add(result);
                break;
            case Pairing.RightExpands:
                _suppliedByLeft.Add(result);
                break;
            case Pairing.Unknown:
                IsUnproved = true;
                break;
        }

        _reversed.Add(ShapeItem.Of(result));
        return true;
    }

    private void TakeOver(IReadOnlyList<ShapeItem> rest, List<Dimension> supplied)
    {
        foreach (ShapeItem item in Enumerable.Reverse(rest))
        {
            // A leading 1 that only one operand has makes nothing larger.
            if (item.Dimension is not null && !DimensionPairing.IsOne(_context, item.Dimension))
                supplied.Add(item.Dimension);
            _reversed.Add(item);
        }
    }

    private void AlignBeforeCommonPack(IReadOnlyList<ShapeItem> left, IReadOnlyList<ShapeItem> right, int paired)
    {
        _reversed.Add(left[left.Count - 1]);
        int common = Math.Min(left.Count, right.Count);
        for (int i = 2; i <= common; i++)
        {
            // The place from the right is not a number when a pack stands between; the conflict is named by its sizes.
            if (!AddPair(paired + i, left[left.Count - i].Dimension!, right[right.Count - i].Dimension!))
                return;
        }

        TakeOver([.. left.Take(left.Count - common)], _suppliedByLeft);
        TakeOver([.. right.Take(right.Count - common)], _suppliedByRight);
    }

    /// <summary>One side has come to its pack: the dimensions left of the other are paired with something unknown, and before them lies anything.</summary>
    private void AlignWithPack(IReadOnlyList<ShapeItem> left, IReadOnlyList<ShapeItem> right)
    {
        IsUnproved = true;
        IReadOnlyList<ShapeItem> known = left[left.Count - 1].IsPack ? right : left;
        foreach (ShapeItem item in Enumerable.Reverse(known).TakeWhile(item => !item.IsPack))
        {
            bool isFixed = item.Dimension!.IsConstant(out long size) && size != 1;
            _reversed.Add(ShapeItem.Of(isFixed ? item.Dimension : _context.FreshSize()));
        }

        _reversed.Add(_context.FreshPack());
    }
}
