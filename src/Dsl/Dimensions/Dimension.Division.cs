namespace TypedTensors.Dimensions;

/// <summary>Quotients and remainders. A divisor is a size, so it is positive wherever the result is defined.</summary>
internal sealed partial class Dimension
{
    /// <summary>The floor quotient, <c>//</c>. Folded when both are constants or the division is exact as polynomials.</summary>
    public static Dimension FloorDivide(Dimension dividend, Dimension divisor) => Guarded(TermOperator.FloorQuotient, dividend, divisor, () =>
    {
        if (SplitMultiples(dividend, divisor) is not (Dimension quotient, Dimension rest))
            return null;
        (rest, divisor, _) = CancelCommonFactor(rest, divisor);
        if (rest.Terms.Count == 0)
            return quotient;
        if (rest.IsConstant(out long numerator) && divisor.IsConstant(out long denominator))
            return quotient + Constant(Rational.FloorQuotient(numerator, denominator));

        // floor(floor(x / a) / b) is floor(x / (a b)).
        if (rest.IsAtom(out Atom inner) && inner.Operator == TermOperator.FloorQuotient
            && divisor.IsConstant(out _) && inner.Operands[1].IsConstant(out _))
            return quotient + FloorDivide(inner.Operands[0], inner.Operands[1] * divisor);
        return quotient + Of(new Atom(TermOperator.FloorQuotient, [rest, divisor]));
    });

    /// <summary>The non-negative remainder, <c>%</c>.</summary>
    public static Dimension Remainder(Dimension dividend, Dimension divisor) => Guarded(TermOperator.Remainder, dividend, divisor, () =>
    {
        if (SplitMultiples(dividend, divisor) is not (_, Dimension rest))
            return null;
        (rest, divisor, Dimension factor) = CancelCommonFactor(rest, divisor);
        if (rest.Terms.Count == 0)
            return Zero;
        if (rest.IsConstant(out long numerator) && divisor.IsConstant(out long denominator))
            return factor * Constant(numerator - (Rational.FloorQuotient(numerator, denominator) * denominator));
        if (rest.IsAtom(out Atom inner) && inner.Operator == TermOperator.Remainder && inner.Operands[1].Equals(divisor))
            return factor * rest;
        return factor * Of(new Atom(TermOperator.Remainder, [rest, divisor]));
    });

    /// <summary>The exact quotient, <c>/</c>, a term <c>q</c> with <c>divisor * q == dividend</c>; the caller has checked that it is exact.</summary>
    public static Dimension ExactDivide(Dimension dividend, Dimension divisor) => Guarded(TermOperator.Quotient, dividend, divisor, () =>
    {
        if (divisor.Terms.Count == 0)
            return null;
        if (dividend.Terms.Count == 0)
            return Zero;
        if (divisor.Terms.Count == 1)
            return dividend * Reciprocal(divisor.Terms[0]);

        Dimension factor = Reciprocal(PrimitiveFactor(divisor));
        dividend *= factor;
        divisor *= factor;
        return DividePolynomials(dividend, divisor) ?? Of(new Atom(TermOperator.Quotient, [dividend, divisor]));
    });

    public static Dimension Min(Dimension left, Dimension right) => Extremum(TermOperator.Minimum, left, right);

    public static Dimension Max(Dimension left, Dimension right) => Extremum(TermOperator.Maximum, left, right);

    /// <summary>The quotient as polynomials, or null when it leaves a remainder.</summary>
    internal static Dimension? DividePolynomials(Dimension dividend, Dimension divisor)
    {
        Dimension quotient = Zero;
        Term leading = divisor.Terms[0];
        for (int step = 0; dividend.Terms.Count > 0; step++)
        {
            Term next = dividend.Terms[0];
            var partial = new Term(next.Monomial / leading.Monomial, next.Coefficient / leading.Coefficient);
            if (!partial.Monomial.IsIntegral || step == MaxTerms)
                return null;
            quotient += Of(partial);
            dividend -= Of(partial) * divisor;
        }

        return quotient;
    }

    /// <summary>
    /// The whole terms, and those that divide as one fraction: they are exact only together. Null when their common
    /// denominator does not fit.
    /// </summary>
    internal (Dimension Whole, Dimension Numerator, Dimension Denominator)? SplitFraction()
    {
        Dimension whole = FromSorted([.. Terms.Where(term => term.IsIntegral)]);
        if (whole.Terms.Count == Terms.Count)
            return (whole, Zero, One);
        Dimension fraction = FromSorted([.. Terms.Where(term => !term.IsIntegral)]);
        try
        {
            Term inverse = PrimitiveFactor(fraction);
            var denominator = new Term(inverse.Monomial.Denominator(), new Rational(inverse.Coefficient.Denominator));
            return (whole, fraction * Of(denominator), Of(denominator));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static Dimension Guarded(TermOperator termOperator, Dimension dividend, Dimension divisor, Func<Dimension?> normalForm)
    {
        try
        {
            if (normalForm() is Dimension result)
                return result;
        }
        catch (OverflowException)
        {
        }

        return Of(new Atom(termOperator, [dividend, divisor]));
    }

    /// <summary>
    /// Writes the dividend as a multiple of the divisor and a rest, taking every term that can be divided out whole:
    /// <c>2*h*k + 3*h + r</c> by <c>2*h</c> is <c>k + 1</c> and <c>h + r</c>. Null for a constant divisor below 1.
    /// </summary>
    private static (Dimension Quotient, Dimension Remainder)? SplitMultiples(Dimension dividend, Dimension divisor)
    {
        if (divisor.Terms.Count == 0 || (divisor.IsConstant(out long constant) && constant < 1))
            return null;
        if (divisor.Terms.Count > 1)
        {
            Dimension? exact = DividePolynomials(dividend, divisor);
            return exact is not null && exact.Terms.All(term => term.IsIntegral) ? (exact, Zero) : (Zero, dividend);
        }

        Term by = divisor.Terms[0];
        if (by.Coefficient.Sign < 0)
            return (Zero, dividend);
        var quotient = new TermCollector();
        var rest = new TermCollector();
        foreach (Term term in dividend.Terms)
        {
            Monomial monomial = term.Monomial / by.Monomial;
            long whole = monomial.IsIntegral && term.Coefficient.IsInteger && by.Coefficient.IsInteger
                ? (term.Coefficient / by.Coefficient).Floor()
                : 0;
            quotient.Add(monomial, new Rational(whole));
            rest.Add(term.Monomial, term.Coefficient - (new Rational(whole) * by.Coefficient));
        }

        return (quotient.ToDimension(), rest.ToDimension());
    }

    /// <summary>Divides both by what every term of both has in common; that factor is positive wherever the divisor is.</summary>
    private static (Dimension Dividend, Dimension Divisor, Dimension Factor) CancelCommonFactor(Dimension dividend, Dimension divisor)
    {
        if (dividend.Terms.Count == 0 || !dividend.Terms.Concat(divisor.Terms).All(term => term.IsIntegral))
            return (dividend, divisor, One);
        long number = 0;
        Monomial monomial = divisor.Terms[0].Monomial;
        foreach (Term term in dividend.Terms.Concat(divisor.Terms))
        {
            number = Rational.GreatestCommonDivisor(term.Coefficient.Numerator, number);
            monomial = Monomial.CommonFactor(monomial, term.Monomial);
        }

        var factor = new Term(monomial, new Rational(number));
        Dimension reciprocal = Reciprocal(factor);
        return (dividend * reciprocal, divisor * reciprocal, Of(factor));
    }

    /// <summary>The single term by which a polynomial becomes one with coprime integer coefficients, a positive leading one and no common monomial.</summary>
    private static Term PrimitiveFactor(Dimension polynomial)
    {
        long numerator = 0;
        long denominator = 1;
        Monomial inverse = Monomial.Unit;
        foreach (Term term in polynomial.Terms)
        {
            numerator = Rational.GreatestCommonDivisor(term.Coefficient.Numerator, numerator);
            denominator = checked(denominator / Rational.GreatestCommonDivisor(denominator, term.Coefficient.Denominator) * term.Coefficient.Denominator);
            inverse = Monomial.CommonMultiple(inverse, term.Monomial.Denominator());
        }

        Monomial common = polynomial.Terms[0].Monomial * inverse;
        foreach (Term term in polynomial.Terms)
            common = Monomial.CommonFactor(common, term.Monomial * inverse);
        var content = new Rational(polynomial.Terms[0].Coefficient.Sign * numerator);
        return new Term(common / inverse, content / new Rational(denominator));
    }

    private static Dimension Reciprocal(Term term) => Of(new Term(Monomial.Unit / term.Monomial, Rational.One / term.Coefficient));

    private static Dimension Extremum(TermOperator termOperator, Dimension left, Dimension right)
    {
        var operands = new List<Dimension>();
        foreach (Dimension operand in Flattened(left).Concat(Flattened(right)))
        {
            // Of two operands that differ by a constant only one counts.
            int same = operands.FindIndex(other => (operand - other).IsConstant(out _));
            if (same < 0)
                operands.Add(operand);
            else if ((operand - operands[same]).IsConstant(out long above) && (termOperator == TermOperator.Maximum ? above > 0 : above < 0))
                operands[same] = operand;
        }

        operands.Sort();
        return operands.Count == 1 ? operands[0] : Of(new Atom(termOperator, operands));

        IReadOnlyList<Dimension> Flattened(Dimension operand) =>
            operand.IsAtom(out Atom atom) && atom.Operator == termOperator ? atom.Operands : [operand];
    }
}
