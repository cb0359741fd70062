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
        string quotient = Operand(numerator, leftmost: true) + "/" + Operand(denominator, leftmost: false);
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
        var factors = new List<string>();
        if (number != "1" || term.Monomial.IsUnit)
            factors.Add(number);
        bool alone = !negated && factors.Count == 0 && term.Monomial.Factors.Count == 1 && term.Monomial.Factors[0].Exponent == 1;
        foreach (Factor factor in term.Monomial.Factors)
        {
            string atom = PrintAtom(factor.Atom);
            if (!IsCall(factor.Atom) && !(alone && factor.Atom.Operator is (TermOperator.FloorQuotient or TermOperator.Remainder)))
                atom = "(" + atom + ")";
            for (int i = 0; i < factor.Exponent; i++)
                factors.Add(atom);
        }

        text.Append(string.Join("*", factors));
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
