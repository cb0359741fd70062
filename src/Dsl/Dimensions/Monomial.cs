namespace TypedTensors.Dimensions;

/// <summary>A power of an atom. The exponent is not 0; a negative one divides.</summary>
internal readonly record struct Factor(Atom Atom, int Exponent);

/// <summary>A product of powers of atoms, sorted by atom; empty for the constant monomial.</summary>
internal sealed class Monomial : IEquatable<Monomial>, IComparable<Monomial>
{
    private readonly int _hash;

    private Monomial(IReadOnlyList<Factor> factors)
    {
        Factors = factors;
        foreach (Factor factor in factors)
        {
            Degree = checked(Degree + factor.Exponent);
            _hash = unchecked((((_hash * 31) + factor.Atom.GetHashCode()) * 31) + factor.Exponent);
        }
    }

    /// <summary>The monomial of a constant.</summary>
    public static Monomial Unit { get; } = new([]);

    public IReadOnlyList<Factor> Factors { get; }

    public int Degree { get; }

    public bool IsUnit => Factors.Count == 0;

    /// <summary>Whether no factor divides.</summary>
    public bool IsIntegral => Factors.All(factor => factor.Exponent > 0);

    public static Monomial Of(Atom atom, int exponent = 1) => new([new Factor(atom, exponent)]);

    public static Monomial operator *(Monomial left, Monomial right)
    {
        if (left.IsUnit)
            return right;
        return right.IsUnit ? left : Combine(left, right, 1);
    }

    /// <summary>The quotient, with negative exponents where it is not integral.</summary>
    public static Monomial operator /(Monomial left, Monomial right) => right.IsUnit ? left : Combine(left, right, -1);

    /// <summary>The factors that occur in both, each with the smaller exponent; only factors that multiply count.</summary>
    public static Monomial CommonFactor(Monomial left, Monomial right)
    {
        var common = new List<Factor>();
        foreach (Factor factor in left.Factors)
        {
            int exponent = Math.Min(factor.Exponent, right.ExponentOf(factor.Atom));
            if (exponent > 0)
                common.Add(new Factor(factor.Atom, exponent));
        }

        return new Monomial(common);
    }

    /// <summary>The product of what divides in this monomial, as a monomial that multiplies.</summary>
    public Monomial Denominator() =>
        new([.. Factors.Where(factor => factor.Exponent < 0).Select(factor => new Factor(factor.Atom, -factor.Exponent))]);

    /// <summary>The least common multiple of two monomials that only multiply.</summary>
    public static Monomial CommonMultiple(Monomial left, Monomial right) => left * (right / CommonFactor(left, right));

    public int ExponentOf(Atom atom)
    {
        foreach (Factor factor in Factors)
        {
            if (factor.Atom.Equals(atom))
                return factor.Exponent;
        }

        return 0;
    }

    public bool Equals(Monomial? other) => other is not null && _hash == other._hash && Factors.SequenceEqual(other.Factors);

    public override bool Equals(object? obj) => Equals(obj as Monomial);

    public override int GetHashCode() => _hash;

    /// <summary>Graded lexicographic, the leading monomial first; this is also the order in which terms are printed.</summary>
    public int CompareTo(Monomial? other)
    {
        if (other is null)
            return -1;
        if (Degree != other.Degree)
            return other.Degree.CompareTo(Degree);
        for (int i = 0, j = 0; i < Factors.Count || j < other.Factors.Count;)
        {
            int order = i == Factors.Count ? 1 : j == other.Factors.Count ? -1 : Factors[i].Atom.CompareTo(other.Factors[j].Atom);
            int left = order <= 0 ? Factors[i++].Exponent : 0;
            int right = order >= 0 ? other.Factors[j++].Exponent : 0;
            if (left != right)
                return right.CompareTo(left);
        }

        return 0;
    }

    private static Monomial Combine(Monomial left, Monomial right, int sign)
    {
        var factors = new List<Factor>(left.Factors.Count + right.Factors.Count);
        for (int i = 0, j = 0; i < left.Factors.Count || j < right.Factors.Count;)
        {
            int order = i == left.Factors.Count ? 1
                : j == right.Factors.Count ? -1
                : left.Factors[i].Atom.CompareTo(right.Factors[j].Atom);
            Atom atom = order <= 0 ? left.Factors[i].Atom : right.Factors[j].Atom;
            int exponent = order <= 0 ? left.Factors[i++].Exponent : 0;
            if (order >= 0)
                exponent = checked(exponent + (sign * right.Factors[j++].Exponent));
            if (exponent != 0)
                factors.Add(new Factor(atom, exponent));
        }

        return new Monomial(factors);
    }
}
