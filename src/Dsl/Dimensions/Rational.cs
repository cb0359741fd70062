namespace TypedTensors.Dimensions;

/// <summary>A fraction in lowest terms with a positive denominator. Arithmetic throws <see cref="OverflowException"/> instead of wrapping.</summary>
internal readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly long _denominatorMinusOne;

    public Rational(long numerator)
    {
        // The one number whose negation does not fit is left out, so that every coefficient can be printed and parsed.
        if (numerator == long.MinValue)
            throw new OverflowException();
        Numerator = numerator;
        _denominatorMinusOne = 0;
    }

    private Rational(long numerator, long denominator)
    {
        if (numerator == long.MinValue)
            throw new OverflowException();
        if (denominator < 0)
        {
            numerator = checked(-numerator);
            denominator = checked(-denominator);
        }

        long divisor = GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor;
        _denominatorMinusOne = (denominator / divisor) - 1;
    }

    public static Rational Zero => default;

    public static Rational One => new(1);

    public long Numerator { get; }

    /// <summary>Positive, also for the default value.</summary>
    public long Denominator => _denominatorMinusOne + 1;

    public bool IsInteger => Denominator == 1;

    public bool IsZero => Numerator == 0;

    public int Sign => Math.Sign(Numerator);

    public static Rational operator +(Rational left, Rational right) => checked(left.IsInteger && right.IsInteger
        ? new Rational(left.Numerator + right.Numerator)
        : new Rational((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator));

    public static Rational operator -(Rational value) => new(checked(-value.Numerator), value.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator *(Rational left, Rational right) => checked(left.IsInteger && right.IsInteger
        ? new Rational(left.Numerator * right.Numerator)
        : Reduced(left.Numerator, right.Denominator) * Reduced(right.Numerator, left.Denominator));

    public static Rational operator /(Rational left, Rational right) =>
        left * new Rational(right.Denominator, right.Numerator);

    /// <summary>The largest integer that is not greater.</summary>
    public long Floor() => FloorQuotient(Numerator, Denominator);

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => unchecked((Numerator.GetHashCode() * 397) ^ Denominator.GetHashCode());

    public int CompareTo(Rational other) => (this - other).Sign;

    /// <summary>The floor of a quotient by a positive divisor.</summary>
    public static long FloorQuotient(long dividend, long divisor)
    {
        long quotient = dividend / divisor;
        return dividend % divisor < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The greatest common divisor, not negative; throws when it does not fit.</summary>
    public static long GreatestCommonDivisor(long left, long right)
    {
        while (right != 0)
            (left, right) = (right, right == -1 ? 0 : left % right);
        return left < 0 ? checked(-left) : left;
    }

    // Reducing crosswise before multiplying keeps the intermediate values as small as the result.
    private static Fraction Reduced(long numerator, long denominator)
    {
        long divisor = GreatestCommonDivisor(numerator, denominator);
        return new Fraction(numerator / divisor, denominator / divisor);
    }

    private readonly struct Fraction(long numerator, long denominator)
    {
        private readonly long _numerator = numerator;
        private readonly long _denominator = denominator;

        public static Rational operator *(Fraction left, Fraction right) =>
            checked(new Rational(left._numerator * right._numerator, left._denominator * right._denominator));
    }
}
