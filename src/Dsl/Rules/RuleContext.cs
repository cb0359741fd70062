using TypedTensors.Dimensions;
using TypedTensors.Shapes;
using TypedTensors.Signatures;

namespace TypedTensors.Rules;

/// <summary>One application of a signature: what may be assumed, and what was found so far.</summary>
internal sealed class RuleContext(string operation, Facts facts, FreshSymbols fresh)
{
    private readonly List<string> _unproved = [];

    /// <summary>The operation's name in messages.</summary>
    public string Operation => operation;

    public Facts Facts => facts;

    /// <summary>The first rule that is broken for certain.</summary>
    public Mismatch? Mismatch { get; private set; }

    public MutualExpansion? Expansion { get; private set; }

    public IReadOnlyList<string> Unproved => _unproved;

    /// <summary>A size that nothing is known of.</summary>
    public Dimension FreshSize() => Dimension.Of(fresh.Opaque());

    public IEnumerable<ShapeItem> FreshSizes(int count) => Enumerable.Range(0, count).Select(_ => ShapeItem.Of(FreshSize()));

    /// <summary>A pack that nothing is known of.</summary>
    public ShapeItem FreshPack() => ShapeItem.OfPack(fresh.Opaque(""));

    public ShapeValue UnknownShape() => new([FreshPack()]);

    public ShapeValue ShapeOf(Operand operand) => operand.Shape ?? UnknownShape();

    /// <summary>A shape of items that may hold several packs.</summary>
    public ShapeValue Join(IReadOnlyList<ShapeItem> items) => ShapeValue.Join(items, () => fresh.Opaque(""));

    /// <summary>Records a broken rule, unless one was found before, and gives the unknown shape to carry on with.</summary>
    /// <param name="kind">Which kind of rule.</param>
    /// <param name="message">What is wrong, without the operation's name.</param>
    /// <param name="at">The operands at fault, the offending one first.</param>
    /// <param name="suggestion">A replacement that would make the call fit.</param>
    public ShapeValue Fail(MismatchKind kind, string message, IReadOnlyList<Operand> at, Suggestion? suggestion = null)
    {
        Fail(kind, message, [.. at.Select(operand => operand.Index).Where(index => index >= 0).Distinct()], suggestion);
        return UnknownShape();
    }

    /// <summary>Records a broken rule, unless one was found before.</summary>
    public void Fail(MismatchKind kind, string message, IReadOnlyList<int> arguments, Suggestion? suggestion = null) =>
        Mismatch ??= new Mismatch(kind, Operation + ": " + message, arguments, suggestion);

    /// <summary>Records what is left to the run-time guard.</summary>
    public void LeaveToGuard(string message) => _unproved.Add(Operation + ": " + message);

    public void NoteExpansion(bool pairsWithItself, string message)
    {
        if (Expansion is null || (pairsWithItself && !Expansion.PairsWithItself))
            Expansion = new MutualExpansion(pairsWithItself, Operation + ": " + message);
    }
}
