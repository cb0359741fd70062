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
        if (!NeedsRewriting(replacement, out Dictionary<Atom, Dimension> values))
            return this;
        if (SplitFraction() is not (Dimension whole, Dimension numerator, Dimension denominator))
            return this;
        Dimension result = whole.Insert(values);
        return numerator.Terms.Count == 0 ? result : result + ExactDivide(numerator.Insert(values), denominator.Insert(values));
    }

    private bool NeedsRewriting(Func<Atom, Dimension?> replacement, out Dictionary<Atom, Dimension> values)
    {
        values = [];
        bool changed = false;
        foreach (Atom atom in Atoms)
        {
            if (values.ContainsKey(atom))
                continue;
            values[atom] = RewriteAtom(atom, replacement);
            changed |= !(values[atom].IsAtom(out Atom same) && ReferenceEquals(same, atom));
        }

        return changed;
    }

    /// <summary>Evaluates a polynomial without fractions at values of its atoms.</summary>
    private Dimension Insert(Dictionary<Atom, Dimension> values)
    {
        Dimension sum = Zero;
        foreach (Term term in Terms)
        {
            Dimension product = Of(new Term(Monomial.Unit, term.Coefficient));
            foreach (Factor factor in term.Monomial.Factors)
            {
                for (int i = 0; i < factor.Exponent; i++)
                    product *= values[factor.Atom];
            }

            sum += product;
        }

        return sum;
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
