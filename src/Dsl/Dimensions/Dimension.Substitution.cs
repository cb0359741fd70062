namespace TypedTensors.Dimensions;

/// <summary>Replacing symbols and whole terms.</summary>
internal sealed partial class Dimension
{
    /// <summary>Replaces symbols; those for which <paramref name="replacement"/> gives null stay.</summary>
    public Dimension Substitute(Func<Symbol, Dimension?> replacement) =>
        Rewrite(atom => atom.Symbol is null ? null : replacement(atom.Symbol));

    /// <summary>Replaces atoms from the inside out; those for which <paramref name="replacement"/> gives null stay.</summary>
    internal Dimension Rewrite(Func<Atom, Dimension?> replacement)
    {
        Dimension result = Zero;
        bool changed = false;
        foreach (Term term in Terms)
        {
            Dimension multiplied = Of(new Term(Monomial.Unit, term.Coefficient));
            Dimension divided = One;
            foreach (Factor factor in term.Monomial.Factors)
            {
                Dimension value = RewriteAtom(factor.Atom, replacement);
                changed |= !(value.IsAtom(out Atom same) && ReferenceEquals(same, factor.Atom));
                for (int i = Math.Abs(factor.Exponent); i > 0; i--)
                {
                    if (factor.Exponent > 0)
                        multiplied *= value;
                    else
                        divided *= value;
                }
            }

            result += ExactDivide(multiplied, divided);
        }

        return changed ? result : this;
    }

    private static Dimension RewriteAtom(Atom atom, Func<Atom, Dimension?> replacement)
    {
        if (atom.Symbol is not null)
            return replacement(atom) ?? Of(atom);
        Dimension[] operands = [.. atom.Operands.Select(operand => operand.Rewrite(replacement))];
        if (operands.Zip(atom.Operands, ReferenceEquals).All(same => same))
            return replacement(atom) ?? Of(atom);
        Dimension rebuilt = atom.Operator switch
        {
            TermOperator.Quotient => ExactDivide(operands[0], operands[1]),
            TermOperator.FloorQuotient => FloorDivide(operands[0], operands[1]),
            TermOperator.Remainder => Remainder(operands[0], operands[1]),
            TermOperator.Minimum => operands.Aggregate(Min),
            TermOperator.Maximum => operands.Aggregate(Max),
            TermOperator.Sum => operands[0] + operands[1],
            _ => operands[0] * operands[1],
        };
        return rebuilt.IsAtom(out Atom result) ? replacement(result) ?? rebuilt : rebuilt;
    }
}
