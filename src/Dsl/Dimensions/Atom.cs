namespace TypedTensors.Dimensions;

/// <summary>The operators that the polynomial arithmetic does not interpret.</summary>
internal enum TermOperator
{
    /// <summary>No operator: the atom is a symbol.</summary>
    Symbol,

    /// <summary>The exact quotient by a divisor of several terms; a quotient by one term is a negative power instead.</summary>
    Quotient,

    FloorQuotient,

    Remainder,

    Minimum,

    Maximum,

    /// <summary>A sum whose coefficients do not fit, or that has too many terms: left as it is, so that nothing wrong follows from it.</summary>
    Sum,

    /// <summary>A product left as it is for the same reason.</summary>
    Product,
}

/// <summary>What a monomial is made of: a symbol, or an operator applied to dimensions.</summary>
internal sealed class Atom : IEquatable<Atom>, IComparable<Atom>
{
    private readonly int _hash;

    public Atom(Symbol symbol)
    {
        Symbol = symbol;
        Operands = [];
        _hash = symbol.GetHashCode();
    }

    public Atom(TermOperator termOperator, IReadOnlyList<Dimension> operands)
    {
        Operator = termOperator;
        Operands = operands;
        _hash = (int)termOperator;
        foreach (Dimension operand in operands)
            _hash = unchecked((_hash * 31) + operand.GetHashCode());
    }

    public Symbol? Symbol { get; }

    public TermOperator Operator { get; }

    public IReadOnlyList<Dimension> Operands { get; }

    public bool Equals(Atom? other) =>
        other is not null && _hash == other._hash && CompareTo(other) == 0;

    public override bool Equals(object? obj) => Equals(obj as Atom);

    public override int GetHashCode() => _hash;

    /// <summary>Symbols first, by name; then terms by operator and operands.</summary>
    public int CompareTo(Atom? other)
    {
        if (other is null)
            return 1;
        if (ReferenceEquals(this, other))
            return 0;
        int result = Operator.CompareTo(other.Operator);
        if (result != 0)
            return result;
        if (Symbol is not null)
            return Symbol.CompareTo(other.Symbol);
        result = Operands.Count.CompareTo(other.Operands.Count);
        for (int i = 0; result == 0 && i < Operands.Count; i++)
            result = Operands[i].CompareTo(other.Operands[i]);
        return result;
    }

    /// <summary>The value under an assignment of the symbols, or null where it is undefined or does not fit.</summary>
    public long? Evaluate(Func<Symbol, long> assignment)
    {
        if (Symbol is not null)
            return assignment(Symbol);
        var values = new long[Operands.Count];
        for (int i = 0; i < values.Length; i++)
        {
            if (Operands[i].Evaluate(assignment) is not long value)
                return null;
            values[i] = value;
        }

        return Combine(Operator, values);
    }

    private static long? Combine(TermOperator termOperator, long[] values)
    {
        switch (termOperator)
        {
            case TermOperator.Quotient:
                // The divisor may be negative: its leading coefficient was made positive.
                return values[1] == 0 || values[0] % values[1] != 0 ? null : values[0] / values[1];
            case TermOperator.FloorQuotient:
                return values[1] <= 0 ? null : Rational.FloorQuotient(values[0], values[1]);
            case TermOperator.Remainder:
                return values[1] <= 0 ? null : values[0] - (Rational.FloorQuotient(values[0], values[1]) * values[1]);
            case TermOperator.Minimum:
                return values.Min();
            case TermOperator.Maximum:
                return values.Max();
        }

        try
        {
            return termOperator == TermOperator.Sum ? checked(values[0] + values[1]) : checked(values[0] * values[1]);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
