using System.Globalization;
using System.Numerics;

namespace TypedTensors;

/// <summary>Floating-point numbers as text, rounded to the nearest; of two that are equally near, to the one whose last digit is even.</summary>
internal static class NumberText
{
    /// <summary>With a fixed number of digits behind the point: <c>0.0312</c>, <c>nan</c>, <c>-inf</c>.</summary>
    public static string Fixed(double value, int digits)
    {
        if (!double.IsFinite(value))
            return NotFinite(value);
        string text = value.ToString("F" + digits, CultureInfo.InvariantCulture);
        return TieToEven(text, value, digits);
    }

    /// <summary>One digit before the point, some behind it, and the power of ten with two digits or more: <c>1.5000e-05</c>.</summary>
    public static string Scientific(double value, int digits)
    {
        if (!double.IsFinite(value))
            return NotFinite(value);
        string[] parts = value.ToString("E" + digits, CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        return $"{TieToEven(parts[0], value, digits - exponent)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
    }

    private static string NotFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    // .NET rounds a tie away from zero; an odd last digit is then one too many. It is not 0, so nothing is borrowed.
    private static string TieToEven(string text, double value, int digits)
    {
        char last = text[^1];
        return (last & 1) != 0 && IsTie(value, digits) ? text[..^1] + (char)(last - 1) : text;
    }

    /// <summary>Whether a number lies exactly between two neighbours of so many digits behind the point.</summary>
    private static bool IsTie(double value, int digits)
    {
        // value * 10^digits is a whole number and a half exactly if value * 2^(digits + 1) is odd, for the power of five is odd.
        if (digits >= 0)
            return double.IsOddInteger(Math.ScaleB(value, digits + 1));
        BigInteger unit = BigInteger.Pow(10, -digits);
        return double.IsInteger(value) && BigInteger.Abs(new BigInteger(value)) % unit * 2 == unit;
    }
}
