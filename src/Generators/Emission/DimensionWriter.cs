using System.Globalization;
using System.Text;
using TypedTensors.Dimensions;

namespace TypedTensors.Generators.Emission;

/// <summary>Writes a dimension as a C# expression of type <see langword="int"/>.</summary>
/// <remarks>
/// Arithmetic that can leave the range of <see langword="int"/> is checked, so that a size that does not fit is an exception and never another
/// size. Division follows the shape language: floor quotients and remainders as in mathematics, also of a negative dividend.
/// </remarks>
internal sealed class DimensionWriter
{
    private readonly Func<string, string> _names;
    private bool _canOverflow;
    private bool _isWide;

    /// <summary>Creates a writer.</summary>
    /// <param name="names">The C# expression, a primary one, for the name of a dimension.</param>
    public DimensionWriter(Func<string, string> names) => _names = names;

    /// <summary>The expression; it can stand wherever an argument or an element can.</summary>
    public string Write(Dimension dimension) => Guarded(() => Sum(dimension));

    /// <summary>The expression for a product, which is not multiplied out.</summary>
    public string WriteProduct(IReadOnlyCollection<Dimension> factors)
    {
        Dimension number = factors.Where(static factor => factor.IsConstant(out _)).Aggregate(Dimension.One, static (product, factor) => product * factor);
        Dimension[] others = [.. factors.Where(static factor => !factor.IsConstant(out _))];
        Dimension[] all = others.Length > 0 && number.Equals(Dimension.One) ? others : [number, .. others];
        if (all.Length == 1)
            return Write(all[0]);
        return Guarded(() =>
        {
            _canOverflow = true;
            return string.Join(" * ", all.Select(Factor));
        });
    }

    private string Guarded(Func<string> write)
    {
        _canOverflow = _isWide = false;
        string text = write();

        // An expression of constants that do not fit would be an error of the compiler; the conversion makes it one of the run time.
        if (_isWide)
            return $"global::System.Convert.ToInt32({(_canOverflow ? $"checked({text})" : text)})";
        return _canOverflow ? $"checked({text})" : text;
    }

    private string Sum(Dimension dimension)
    {
        if (dimension.IsConstant(out long constant))
            return Constant(constant);
        if (dimension.SplitFraction() is not (Dimension whole, Dimension numerator, Dimension denominator))
            return Constant(long.MaxValue);
        StringBuilder sum = new();
        foreach (Term term in whole.Terms)
            Append(sum, Product(term), term.Coefficient.Sign < 0);
        if (numerator.Terms.Count > 0)
            Append(sum, Factor(numerator) + " / " + Factor(denominator), isNegative: false);
        return sum.ToString();
    }

    private void Append(StringBuilder sum, string summand, bool isNegative)
    {
        if (sum.Length > 0)
        {
            sum.Append(isNegative ? " - " : " + ");
            _canOverflow = true;
        }
        else if (isNegative)
        {
            sum.Append('-');
        }

        sum.Append(summand);
    }

    /// <summary>The absolute value of a term.</summary>
    private string Product(Term term)
    {
        long coefficient = Math.Abs(term.Coefficient.Numerator);
        List<string> factors = [];
        foreach (Factor factor in term.Monomial.Factors)
            factors.AddRange(Enumerable.Repeat(Write(factor.Atom, isAlone: term.Monomial.Factors.Count == 1 && factor.Exponent == 1 && coefficient == 1), factor.Exponent));
        if (coefficient != 1 || factors.Count == 0)
            factors.Insert(0, Constant(coefficient));
        _canOverflow |= factors.Count > 1;
        return string.Join(" * ", factors);
    }

    private string Write(Atom atom, bool isAlone)
    {
        IReadOnlyList<Dimension> operands = atom.Operands;
        switch (atom.Operator)
        {
            case TermOperator.Symbol:
                return _names(atom.Symbol!.Name);
            case TermOperator.Minimum:
                return Extremum(nameof(Math.Min), operands);
            case TermOperator.Maximum:
                return Extremum(nameof(Math.Max), operands);
            case TermOperator.FloorQuotient when !IsNonNegative(operands[0]):
                // The quotient of two ints is exact enough as a double: it differs from the next integer by more than the rounding.
                return $"({(_isWide ? "long" : "int")})global::System.Math.Floor((double){Factor(operands[0])} / {Factor(operands[1])})";
            case TermOperator.Remainder when !IsNonNegative(operands[0]):
                _canOverflow = true;
                return $"((({Factor(operands[0])} % {Factor(operands[1])}) + {Factor(operands[1])}) % {Factor(operands[1])})";
            case TermOperator.Sum or TermOperator.Product when operands.All(static operand => operand.IsConstant(out _)):
                return Constant(long.MaxValue);
        }

        string sign = atom.Operator switch
        {
            TermOperator.Quotient or TermOperator.FloorQuotient => " / ",
            TermOperator.Remainder => " % ",
            TermOperator.Sum => " + ",
            _ => " * ",
        };
        _canOverflow |= atom.Operator is TermOperator.Sum or TermOperator.Product;
        string text = Factor(operands[0]) + sign + Factor(operands[1]);
        return isAlone && atom.Operator != TermOperator.Sum ? text : "(" + text + ")";
    }

    private string Extremum(string function, IReadOnlyList<Dimension> operands) =>
        operands.Skip(1).Aggregate(Sum(operands[0]), (left, right) => $"global::System.Math.{function}({left}, {Sum(right)})");

    /// <summary>An operand of a product or quotient: in parentheses unless it is a name, a number or a call.</summary>
    private string Factor(Dimension operand)
    {
        string text = Sum(operand);
        bool isPrimary = operand.IsConstant(out long value) ? value >= 0
            : operand.IsAtom(out Atom atom) && atom.Operator is TermOperator.Symbol or TermOperator.Minimum or TermOperator.Maximum;
        return isPrimary ? text : "(" + text + ")";
    }

    private string Constant(long value)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
            return value.ToString(CultureInfo.InvariantCulture);
        _isWide = true;
        return value.ToString(CultureInfo.InvariantCulture) + "L";
    }

    /// <summary>Whether no sizes make it negative, as far as its form shows.</summary>
    private static bool IsNonNegative(Dimension dimension) => dimension.Terms.All(static term =>
        term.Coefficient.Sign > 0 && term.Monomial.Factors.All(static factor => IsNonNegative(factor.Atom)));

    private static bool IsNonNegative(Atom atom) => atom.Operator switch
    {
        TermOperator.Symbol or TermOperator.Remainder => true,
        TermOperator.Maximum => atom.Operands.Any(IsNonNegative),
        _ => atom.Operands.All(IsNonNegative),
    };
}
