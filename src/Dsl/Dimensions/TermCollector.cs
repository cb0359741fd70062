namespace TypedTensors.Dimensions;

/// <summary>Sums terms into a normal form.</summary>
internal sealed class TermCollector
{
    private readonly Dictionary<Monomial, Rational> _coefficients = [];

    public int Count => _coefficients.Count;

    public void AddAll(Dimension dimension)
    {
        foreach (Term term in dimension.Terms)
            Add(term.Monomial, term.Coefficient);
    }

    public void Add(Monomial monomial, Rational coefficient)
    {
        if (ReduceQuotient(monomial, coefficient) is Dimension reduced)
        {
            AddAll(reduced);
            return;
        }

        Rational sum = _coefficients.TryGetValue(monomial, out Rational existing) ? existing + coefficient : coefficient;
        if (sum.IsZero)
            _coefficients.Remove(monomial);
        else
            _coefficients[monomial] = sum;
    }

    public Dimension ToDimension()
    {
        var terms = new List<Term>(_coefficients.Count);
        foreach (KeyValuePair<Monomial, Rational> pair in _coefficients)
            terms.Add(new Term(pair.Key, pair.Value));
        terms.Sort((a, b) => a.Monomial.CompareTo(b.Monomial));
        return Dimension.FromSorted(terms);
    }

    /// <summary>
    /// A quotient <c>q = n/d</c> times the leading monomial of <c>d</c> is <c>n - (the rest of d) * q</c>. Rewriting so
    /// ends, because every monomial of the rest is smaller, and makes <c>(h + 1) * (n/(h + 1))</c> be <c>n</c>.
    /// </summary>
    private static Dimension? ReduceQuotient(Monomial monomial, Rational coefficient)
    {
        foreach (Factor factor in monomial.Factors)
        {
            if (factor.Atom.Operator != TermOperator.Quotient || factor.Exponent < 0)
                continue;
            Dimension divisor = factor.Atom.Operands[1];
            if (divisor.Terms.Count == 0)
                continue;
            Term leading = divisor.Terms[0];
            if (!leading.Coefficient.Equals(Rational.One) || !Monomial.CommonFactor(leading.Monomial, monomial).Equals(leading.Monomial))
                continue;
            Monomial cofactor = monomial / Monomial.Of(factor.Atom) / leading.Monomial;
            Dimension rest = divisor - Dimension.Of(leading);
            return Dimension.Of(new Term(cofactor, coefficient)) * (factor.Atom.Operands[0] - (rest * Dimension.Of(factor.Atom)));
        }

        return null;
    }
}
