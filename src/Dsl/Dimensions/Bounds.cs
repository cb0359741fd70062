namespace TypedTensors.Dimensions;

/// <summary>What the signs of the terms say about a value.</summary>
internal static class Bounds
{
    /// <summary>Whether every term is a non-negative coefficient times atoms that are sizes.</summary>
    public static bool HasNoNegativeTerm(Dimension value) =>
        value.Terms.All(term => term.Coefficient.Sign > 0 && term.Monomial.Factors.All(factor => IsSize(factor.Atom)));

    // An opaque symbol may be any integer of the program, so nothing is known of its sign.
    private static bool IsSize(Atom atom) => atom.Operator switch
    {
        TermOperator.Symbol => atom.Symbol!.Kind == SymbolKind.Rigid,
        TermOperator.Remainder => true,
        TermOperator.FloorQuotient or TermOperator.Minimum or TermOperator.Quotient => atom.Operands.All(HasNoNegativeTerm),
        TermOperator.Maximum => atom.Operands.Any(HasNoNegativeTerm),
        _ => false,
    };
}
