namespace TypedTensors.Dimensions;

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
    /// <summary>Whether the fact holds under an assignment; null where a side is undefined.</summary>
    public bool? Evaluate(Func<Symbol, long> assignment) =>
        Left.Evaluate(assignment) is long left && Right.Evaluate(assignment) is long right ? Compare(left, Relation, right) : null;

    public static bool Compare(long left, Relation relation, long right) => relation switch
    {
        Relation.Equal => left == right,
        Relation.NotEqual => left != right,
        Relation.Less => left < right,
        Relation.LessOrEqual => left <= right,
        Relation.Greater => left > right,
        _ => left >= right,
    };

    public Fact Substitute(Func<Symbol, Dimension?> replacement) =>
        new(Left.Substitute(replacement), Relation, Right.Substitute(replacement));

    public override string ToString() => Left + " " + Spell(Relation) + " " + Right;

    private static string Spell(Relation relation) => relation switch
    {
        Relation.Equal => "==",
        Relation.NotEqual => "!=",
        Relation.Less => "<",
        Relation.LessOrEqual => "<=",
        Relation.Greater => ">",
        _ => ">=",
    };
}
