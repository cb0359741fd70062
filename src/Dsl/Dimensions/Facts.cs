namespace TypedTensors.Dimensions;

/// <summary>What may be assumed of the symbols: the <c>[Where]</c> facts of the method under check, and that every size is at least 0.</summary>
internal sealed class Facts
{
    private Rewriting? _rewriting;

    public static Facts None { get; } = new([]);

    public Facts(IReadOnlyList<Fact> facts) => Items = facts;

    public IReadOnlyList<Fact> Items { get; }

    internal Rewriting Rewriting => _rewriting ??= new Rewriting(Items);

    /// <summary>Are the two dimensions equal? Never refuted when the difference depends on an opaque or flexible symbol.</summary>
    public Verdict AreEqual(Dimension left, Dimension right) =>
        left.Equals(right) ? Verdict.Proved : Holds(new Fact(left, Relation.Equal, right));

    /// <summary>Does the fact hold?</summary>
    public Verdict Holds(Fact fact)
    {
        Dimension difference = Rewriting.Apply(fact.Left - fact.Right);
        return IsProved(difference, fact.Relation) ? Verdict.Proved : WitnessSearch.Refute(this, fact, difference);
    }

    /// <summary>Whether the two cannot be equal, whatever the sizes are.</summary>
    public bool AreDistinct(Dimension left, Dimension right) => IsProved(Rewriting.Apply(left - right), Relation.NotEqual);

    /// <summary>Whether the fact fails for all sizes that satisfy the facts, not for some witness alone.</summary>
    public bool NeverHolds(Fact fact) => fact.Relation switch
    {
        Relation.Equal => AreDistinct(fact.Left, fact.Right),
        Relation.NotEqual => IsKnown(fact, Relation.Equal),
        Relation.Less => IsKnown(fact, Relation.GreaterOrEqual),
        Relation.LessOrEqual => IsKnown(fact, Relation.Greater),
        Relation.Greater => IsKnown(fact, Relation.LessOrEqual),
        _ => IsKnown(fact, Relation.Less),
    };

    /// <summary>Whether the fact holds for all sizes that satisfy the facts.</summary>
    public bool AlwaysHolds(Fact fact) => IsKnown(fact, fact.Relation);

    /// <summary>The quotient when the facts show that the division leaves no remainder, else null.</summary>
    public Dimension? ExactQuotient(Dimension dividend, Dimension divisor)
    {
        if (Rewriting.Apply(Dimension.Remainder(dividend, divisor)).Equals(Dimension.Zero))
            return Dimension.ExactDivide(dividend, divisor);
        return null;
    }

    private bool IsKnown(Fact fact, Relation relation) => IsProved(Rewriting.Apply(fact.Left - fact.Right), relation);

    private bool IsProved(Dimension difference, Relation relation) => relation switch
    {
        Relation.Equal => difference.Equals(Dimension.Zero),
        Relation.NotEqual => IsNotNegative(difference - Dimension.One) || IsNotNegative(Dimension.Constant(-1) - difference)
            || Rewriting.States(difference, Relation.NotEqual),
        Relation.Less => IsNotNegative(Dimension.Constant(-1) - difference),
        Relation.LessOrEqual => IsNotNegative(-difference),
        Relation.Greater => IsNotNegative(difference - Dimension.One),
        _ => IsNotNegative(difference),
    };

    /// <summary>Whether the value is at least 0 by the signs of its terms, after taking away what one fact says is at least 0.</summary>
    private bool IsNotNegative(Dimension value) =>
        Bounds.HasNoNegativeTerm(value) || Rewriting.NotNegative.Any(known => Bounds.HasNoNegativeTerm(value - known));
}
