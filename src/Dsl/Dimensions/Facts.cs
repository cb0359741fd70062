namespace TypedTensors.Dimensions;

/// <summary>What may be assumed of the symbols: the <c>[Where]</c> facts of the method under check, and that every size is at least 0.</summary>
internal sealed class Facts
{
    public static Facts None { get; } = new([]);

    public Facts(IReadOnlyList<Fact> facts) => Items = facts;

    public IReadOnlyList<Fact> Items { get; }

    /// <summary>Are the two dimensions equal? Never refuted when the difference depends on an opaque or flexible symbol.</summary>
    public Verdict AreEqual(Dimension left, Dimension right) => throw new NotSupportedException();

    /// <summary>Does the fact hold?</summary>
    public Verdict Holds(Fact fact) => throw new NotSupportedException();
}

/// <summary>The comparison in a fact.</summary>
internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>A comparison of two dimensions.</summary>
internal sealed record Fact(Dimension Left, Relation Relation, Dimension Right)
{
    public override string ToString() => throw new NotSupportedException();
}
