using System.Globalization;
using System.Text;

namespace TypedTensors.Dimensions;

/// <summary>Writes dimensions in the shape language.</summary>
internal static class DimensionPrinter
{
    public static string Print(Dimension dimension)
    {
        if (dimension.Terms.Count == 0)
            return "0";

        // Terms that divide are exact only together, so they are printed over one common denominator.
        if (dimension.SplitFraction() is not (Dimension whole, Dimension numerator, Dimension denominator))
            return "?";
        if (numerator.Terms.Count == 0)
            return whole.IsAtom(out Atom atom) ? PrintAtom(atom) : PrintSum(whole);
        string quotient = Operand(numerator, leftmost: true) + "/" + PrintDivisors(denominator);
        if (whole.Terms.Count == 0)
            return quotient;
        string sum = PrintSum(whole);
        return sum[0] == '-' ? quotient + " - " + sum.TrimStart('-') : quotient + " + " + sum;
    }

    private static string PrintSum(Dimension sum)
    {
        var text = new StringBuilder();

        // A sum starts with a term that is added, where there is one: 5 - n, not -n + 5.
        int first = Math.Max(0, sum.Terms.ToList().FindIndex(term => term.Coefficient.Sign > 0));
        AppendTerm(text, sum.Terms[first]);
        for (int i = 0; i < sum.Terms.Count; i++)
        {
            if (i != first)
                AppendTerm(text, sum.Terms[i]);
        }

        return text.ToString();
    }

    private static void AppendTerm(StringBuilder text, Term term)
    {
        bool negative = term.Coefficient.Sign < 0;
        bool negated = negative && text.Length == 0;
        if (text.Length > 0)
            text.Append(negative ? " - " : " + ");
        else if (negative)
            text.Append('-');

        string number = term.Coefficient.Numerator.ToString(CultureInfo.InvariantCulture).TrimStart('-');
        IReadOnlyList<Factor> factors = term.Monomial.Factors;
        bool alone = !negated && number == "1" && factors.Count == 1 && factors[0].Exponent == 1;
        text.Append(alone && factors[0].Atom.Operator is TermOperator.FloorQuotient or TermOperator.Remainder
            ? PrintAtom(factors[0].Atom)
            : string.Join("*", PrintFactors(number, factors)));
    }

    /// <summary>
    /// A denominator. One that has a quotient among its factors is divided by factor after factor: multiplied out, a quotient would
    /// be reduced, and the text would be read as another normal form.
    /// </summary>
    private static string PrintDivisors(Dimension denominator)
    {
        if (denominator.Terms.Count != 1 || denominator.Terms[0].Monomial.Factors.All(factor => factor.Atom.Operator != TermOperator.Quotient))
            return Operand(denominator, leftmost: false);
        string number = denominator.Terms[0].Coefficient.Numerator.ToString(CultureInfo.InvariantCulture);
        return string.Join("/", PrintFactors(number, denominator.Terms[0].Monomial.Factors));
    }

    private static List<string> PrintFactors(string number, IReadOnlyList<Factor> factors)
    {
        var texts = new List<string>();
        if (number != "1" || factors.Count == 0)
            texts.Add(number);
        foreach (Factor factor in factors)
        {
            string atom = IsCall(factor.Atom) ? PrintAtom(factor.Atom) : "(" + PrintAtom(factor.Atom) + ")";
            texts.AddRange(Enumerable.Repeat(atom, factor.Exponent));
        }

        return texts;
    }

    private static bool IsCall(Atom atom) => atom.Operator is TermOperator.Symbol or TermOperator.Minimum or TermOperator.Maximum;

    private static string PrintAtom(Atom atom)
    {
        IReadOnlyList<Dimension> operands = atom.Operands;
        return atom.Operator switch
        {
            TermOperator.Symbol => atom.Symbol!.Name,
            TermOperator.Minimum => "min(" + string.Join(", ", operands) + ")",
            TermOperator.Maximum => "max(" + string.Join(", ", operands) + ")",
            TermOperator.Quotient => Operand(operands[0], leftmost: true) + "/" + Operand(operands[1], leftmost: false),
            TermOperator.FloorQuotient => Operand(operands[0], leftmost: true) + " // " + Operand(operands[1], leftmost: false),
            TermOperator.Remainder => Operand(operands[0], leftmost: true) + " % " + Operand(operands[1], leftmost: false),
            TermOperator.Sum => Operand(operands[0], leftmost: false) + " + " + Operand(operands[1], leftmost: false),
            _ => Operand(operands[0], leftmost: false) + " * " + Operand(operands[1], leftmost: false),
        };
    }

    /// <summary>An operand of a product-like operator; the leftmost may be a product itself, because these operators group from the left.</summary>
    private static string Operand(Dimension operand, bool leftmost)
    {
        string text = operand.ToString();
        bool simple = operand.IsAtom(out Atom atom) ? IsCall(atom) : operand.IsConstant(out long value) && value >= 0;
        bool product = leftmost && operand.Terms.Count == 1 && operand.Terms[0].IsIntegral && operand.Terms[0].Coefficient.Sign > 0
            && operand.Terms[0].Monomial.Factors.All(factor => IsCall(factor.Atom));
        return simple || product ? text : "(" + text + ")";
    }
}
