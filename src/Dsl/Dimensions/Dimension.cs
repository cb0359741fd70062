namespace TypedTensors.Dimensions;

/// <summary>One summand of a dimension: a coefficient, not 0, and a monomial.</summary>
internal readonly record struct Term(Monomial Monomial, Rational Coefficient)
{
    /// <summary>Whether the term is an integer for all integer values of its atoms.</summary>
    public bool IsIntegral => Coefficient.IsInteger && Monomial.IsIntegral;
}

/// <summary>
/// A size as a polynomial with integer coefficients over symbols and opaque terms (exact quotient, floor quotient, remainder,
/// minimum, maximum), kept in a canonical normal form: two dimensions that the algebra can show equal are equal objects
/// by <see cref="Equals(Dimension?)"/>.
/// </summary>
/// <remarks>
/// An exact quotient by a single term is a negative power with a rational coefficient, so that <c>h * (d/h)</c> is
/// <c>d</c> by plain arithmetic. Arithmetic that does not fit is not carried out: the sum or product becomes an opaque term.
/// </remarks>
internal sealed partial class Dimension : IEquatable<Dimension>, IComparable<Dimension>
{
    // A product of sums has as many terms as the factors have pairs; beyond this nothing readable or fast comes out.
    private const int MaxTerms = 128;

    private readonly int _hash;

    private Dimension(IReadOnlyList<Term> terms)
    {
        Terms = terms;
        foreach (Term term in terms)
            _hash = unchecked((((_hash * 31) + term.Monomial.GetHashCode()) * 31) + term.Coefficient.GetHashCode());
    }

    public static Dimension Zero { get; } = Constant(0);

    public static Dimension One { get; } = Constant(1);

    /// <summary>The summands, leading monomial first; none for 0.</summary>
    public IReadOnlyList<Term> Terms { get; }

    public static Dimension Constant(long value) => value switch
    {
        0 => new([]),
        long.MinValue => Constant(-1) + Constant(-long.MaxValue),
        _ => new([new Term(Monomial.Unit, new Rational(value))]),
    };

    public static Dimension Of(Symbol symbol) => Of(new Atom(symbol));

    public static Dimension Of(Atom atom) => new([new Term(Monomial.Of(atom), Rational.One)]);

    public static Dimension Of(Term term) => new(term.Coefficient.IsZero ? [] : [term]);

    public static Dimension operator +(Dimension left, Dimension right)
    {
        if (left.Terms.Count == 0)
            return right;
        if (right.Terms.Count == 0)
            return left;
        try
        {
            var sum = new TermCollector();
            sum.AddAll(left);
            sum.AddAll(right);
            if (sum.Count <= MaxTerms)
                return sum.ToDimension();
        }
        catch (OverflowException)
        {
        }

        return Unevaluated(TermOperator.Sum, left, right);
    }

    public static Dimension operator -(Dimension left, Dimension right) => left + (Constant(-1) * right);

    public static Dimension operator -(Dimension value) => Constant(-1) * value;

    public static Dimension operator *(Dimension left, Dimension right)
    {
        if (left.Equals(One) || right.Terms.Count == 0)
            return right;
        if (right.Equals(One) || left.Terms.Count == 0)
            return left;
        try
        {
            if (left.Terms.Count * right.Terms.Count <= MaxTerms)
            {
                var product = new TermCollector();
                foreach (Term a in left.Terms)
                {
                    foreach (Term b in right.Terms)
                        product.Add(a.Monomial * b.Monomial, a.Coefficient * b.Coefficient);
                }

                return product.ToDimension();
            }
        }
        catch (OverflowException)
        {
        }

        return Unevaluated(TermOperator.Product, left, right);
    }

    /// <summary>Whether this is a constant, and which.</summary>
    public bool IsConstant(out long value)
    {
        value = 0;
        if (Terms.Count == 0)
            return true;
        if (Terms.Count != 1 || !Terms[0].Monomial.IsUnit || !Terms[0].Coefficient.IsInteger)
            return false;
        value = Terms[0].Coefficient.Numerator;
        return true;
    }

    /// <summary>Whether this is one plain symbol, and which.</summary>
    public bool IsSymbol(out Symbol symbol)
    {
        symbol = IsAtom(out Atom atom) ? atom.Symbol! : null!;
        return symbol is not null;
    }

    /// <summary>Whether this is one atom, and which.</summary>
    public bool IsAtom(out Atom atom)
    {
        atom = null!;
        if (Terms.Count != 1 || !Terms[0].Coefficient.Equals(Rational.One))
            return false;
        IReadOnlyList<Factor> factors = Terms[0].Monomial.Factors;
        if (factors.Count != 1 || factors[0].Exponent != 1)
            return false;
        atom = factors[0].Atom;
        return true;
    }

    /// <summary>All symbols that occur, also inside opaque terms, each once, in order.</summary>
    public IEnumerable<Symbol> Symbols
    {
        get
        {
            var symbols = new SortedSet<Symbol>();
            CollectSymbols(symbols);
            return symbols;
        }
    }

    /// <summary>The atoms of this polynomial itself, not those inside opaque terms; one that occurs in two terms comes twice.</summary>
    public IEnumerable<Atom> Atoms => Terms.SelectMany(term => term.Monomial.Factors).Select(factor => factor.Atom);

    /// <summary>The value under an assignment; null where it is undefined (division by zero, inexact quotient, overflow).</summary>
    public long? Evaluate(Func<Symbol, long> assignment)
    {
        try
        {
            Rational sum = Rational.Zero;
            foreach (Term term in Terms)
            {
                Rational product = term.Coefficient;
                foreach (Factor factor in term.Monomial.Factors)
                {
                    if (factor.Atom.Evaluate(assignment) is not long value || (value == 0 && factor.Exponent < 0))
                        return null;
                    for (int i = Math.Abs(factor.Exponent); i > 0; i--)
                        product = factor.Exponent > 0 ? product * new Rational(value) : product / new Rational(value);
                }

                sum += product;
            }

            return sum.IsInteger ? sum.Numerator : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    public bool Equals(Dimension? other) =>
        ReferenceEquals(this, other) || (other is not null && _hash == other._hash && Terms.SequenceEqual(other.Terms));

    public override bool Equals(object? obj) => Equals(obj as Dimension);

    public override int GetHashCode() => _hash;

    /// <summary>Any total order that depends on nothing but the two values: it keeps the operands of minima and maxima sorted.</summary>
    public int CompareTo(Dimension? other)
    {
        if (other is null)
            return 1;
        for (int i = 0; i < Terms.Count && i < other.Terms.Count; i++)
        {
            int order = Terms[i].Monomial.CompareTo(other.Terms[i].Monomial);
            if (order != 0)
                return order;
            Rational a = Terms[i].Coefficient, b = other.Terms[i].Coefficient;
            order = a.Numerator.CompareTo(b.Numerator);
            if (order == 0)
                order = a.Denominator.CompareTo(b.Denominator);
            if (order != 0)
                return order;
        }

        return Terms.Count.CompareTo(other.Terms.Count);
    }

    /// <summary>Prints in the shape language; parsing the text gives an equal dimension.</summary>
    public override string ToString() => DimensionPrinter.Print(this);

    /// <summary>A dimension of the collected terms; the caller vouches that they are normal.</summary>
    internal static Dimension FromSorted(IReadOnlyList<Term> terms) => new(terms);

    private static Dimension Unevaluated(TermOperator termOperator, Dimension left, Dimension right) =>
        Of(new Atom(termOperator, left.CompareTo(right) <= 0 ? [left, right] : [right, left]));

    private void CollectSymbols(SortedSet<Symbol> symbols)
    {
        foreach (Atom atom in Atoms)
        {
            if (atom.Symbol is not null)
                symbols.Add(atom.Symbol);
            foreach (Dimension operand in atom.Operands)
                operand.CollectSymbols(symbols);
        }
    }
}
