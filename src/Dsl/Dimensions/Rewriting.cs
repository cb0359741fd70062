namespace TypedTensors.Dimensions;

/// <summary>Facts turned into replacements that simplify every dimension they apply to.</summary>
/// <remarks>
/// An equality is solved for a symbol, or else for an opaque term. <c>d % h == 0</c> replaces <c>d</c> by <c>h * q</c> with a
/// new symbol <c>q</c>: exact quotients, floor quotients and remainders by <c>h</c> then all follow from the normal form.
/// </remarks>
internal sealed class Rewriting
{
    private readonly Dictionary<Atom, Dimension> _replacements = [];
    private readonly List<Dimension> _notNegative = [];
    private readonly List<Dimension> _notZero = [];

    public Rewriting(IReadOnlyList<Fact> facts)
    {
        foreach (Fact fact in facts.Where(fact => fact.Relation == Relation.Equal))
            Solve(Apply(fact.Left - fact.Right));
        foreach (Fact fact in facts)
        {
            Dimension difference = Apply(fact.Left - fact.Right);
            switch (fact.Relation)
            {
                case Relation.NotEqual: _notZero.Add(difference); break;
                case Relation.Less: _notNegative.Add(Dimension.Constant(-1) - difference); break;
                case Relation.LessOrEqual: _notNegative.Add(-difference); break;
                case Relation.Greater: _notNegative.Add(difference - Dimension.One); break;
                case Relation.GreaterOrEqual: _notNegative.Add(difference); break;
            }
        }
    }

    /// <summary>Values that the facts state to be at least 0.</summary>
    public IReadOnlyList<Dimension> NotNegative => _notNegative;

    /// <summary>The symbols that are replaced, with what they stand for; none occurs in a replacement.</summary>
    public IEnumerable<KeyValuePair<Symbol, Dimension>> Solved =>
        _replacements.Where(pair => pair.Key.Symbol is not null)
            .Select(pair => new KeyValuePair<Symbol, Dimension>(pair.Key.Symbol!, pair.Value));

    /// <summary>Whether a fact says just this of the difference.</summary>
    public bool States(Dimension difference, Relation relation) =>
        relation == Relation.NotEqual && _notZero.Any(known => known.Equals(difference) || known.Equals(-difference));

    public Dimension Apply(Dimension dimension)
    {
        if (_replacements.Count == 0)
            return dimension;

        // Replacing an opaque term can bring up another that a fact replaces; in practice once or twice.
        for (int round = 0; round < 8; round++)
        {
            Dimension rewritten = dimension.Rewrite(Replace);
            if (rewritten.Equals(dimension))
                break;
            dimension = rewritten;
        }

        return dimension;
    }

    private Dimension? Replace(Atom atom)
    {
        if (_replacements.TryGetValue(atom, out Dimension? replacement))
            return replacement;
        if (atom.Operator != TermOperator.FloorQuotient)
            return null;

        // A floor quotient is exact when the facts say that its remainder is 0.
        Dimension remainder = Dimension.Remainder(atom.Operands[0], atom.Operands[1]);
        return remainder.IsAtom(out Atom term) && _replacements.TryGetValue(term, out Dimension? rest) && rest.Equals(Dimension.Zero)
            ? Dimension.ExactDivide(atom.Operands[0], atom.Operands[1])
            : null;
    }

    private void Solve(Dimension zero)
    {
        if (zero.Terms.Count == 1 && SolveDivisibility(zero.Terms[0]))
            return;
        Term? best = null;
        foreach (Term term in zero.Terms)
        {
            if (term.Monomial.Factors.Count == 1 && term.Monomial.Factors[0].Exponent == 1 && IsBetter(term, best) && OccursOnce(zero, term))
                best = term;
        }

        if (best is Term solved)
        {
            Dimension rest = Dimension.Of(solved) - zero;
            Add(solved.Monomial.Factors[0].Atom, Dimension.ExactDivide(rest, Dimension.Of(new Term(Monomial.Unit, solved.Coefficient))));
        }
    }

    private bool SolveDivisibility(Term term)
    {
        if (term.Monomial.Factors.Count != 1 || term.Monomial.Factors[0].Atom is not { Operator: TermOperator.Remainder } remainder)
            return false;
        if (!remainder.Operands[0].IsSymbol(out Symbol dividend) || remainder.Operands[1].Symbols.Contains(dividend))
            return false;
        bool rigid = dividend.Kind == SymbolKind.Rigid && remainder.Operands[1].Symbols.All(symbol => symbol.Kind == SymbolKind.Rigid);
        var quotient = new Symbol(
            dividend.Name + "/" + remainder.Operands[1], rigid ? SymbolKind.Rigid : SymbolKind.Opaque, -1 - _replacements.Count);
        Add(new Atom(dividend), remainder.Operands[1] * Dimension.Of(quotient));
        return true;
    }

    // Symbols before terms, whole solutions before fractional ones, later names before earlier ones.
    private static bool IsBetter(Term term, Term? best)
    {
        if (best is not Term other)
            return true;
        Atom atom = term.Monomial.Factors[0].Atom, rival = other.Monomial.Factors[0].Atom;
        if (atom.Symbol is null != rival.Symbol is null)
            return atom.Symbol is not null;
        bool unit = Math.Abs(term.Coefficient.Numerator) == 1, rivalUnit = Math.Abs(other.Coefficient.Numerator) == 1;
        return unit != rivalUnit ? unit : atom.CompareTo(rival) > 0;
    }

    private static bool OccursOnce(Dimension zero, Term term)
    {
        Atom atom = term.Monomial.Factors[0].Atom;
        return zero.Terms.All(other => other.Equals(term) || !other.Monomial.Factors.Any(factor => Contains(factor.Atom, atom)));
    }

    private static bool Contains(Atom where, Atom atom) =>
        where.Equals(atom) || where.Operands.Any(operand => operand.Atoms.Any(inner => Contains(inner, atom)));

    private void Add(Atom atom, Dimension replacement)
    {
        foreach (Atom earlier in _replacements.Keys.ToList())
            _replacements[earlier] = _replacements[earlier].Rewrite(inner => inner.Equals(atom) ? replacement : null);
        _replacements[atom] = replacement;
    }
}
