using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace TypedTensors;

/// <summary>
/// A floating-point number of 16 bits with the range of <see cref="float"/>: its upper half, 1 bit for the sign, 8 for the exponent and 7 for the fraction.
/// </summary>
/// <remarks>
/// It is for storage, at half the memory of <see cref="float"/> and with two to three decimal digits. It has no arithmetic: convert a tensor with
/// <c>x.To&lt;float&gt;()</c>, which loses nothing, and back. See Kalamkar et al., "A Study of BFLOAT16 for Deep Learning Training", 2019.
/// </remarks>
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IComparable, ISpanFormattable
{
    private const int DroppedBits = 16;

    private readonly ushort _bits;

    private BFloat16(ushort bits) => _bits = bits;

    /// <summary>The number zero.</summary>
    public static BFloat16 Zero => default;

    /// <summary>The number one.</summary>
    public static BFloat16 One => new(0x3F80);

    /// <summary>The largest finite number, about 3.39e38.</summary>
    public static BFloat16 MaxValue => new(0x7F7F);

    /// <summary>The least finite number, about -3.39e38.</summary>
    public static BFloat16 MinValue => new(0xFF7F);

    /// <summary>The least number above zero, about 9.18e-41.</summary>
    public static BFloat16 Epsilon => new(0x0001);

    /// <summary>Positive infinity.</summary>
    public static BFloat16 PositiveInfinity => new(0x7F80);

    /// <summary>Negative infinity.</summary>
    public static BFloat16 NegativeInfinity => new(0xFF80);

    /// <summary>Not a number.</summary>
    public static BFloat16 NaN => new(0x7FC0);

    /// <summary>The number with given bits.</summary>
    /// <param name="bits">Sign, exponent and fraction, the sign at the top.</param>
    public static BFloat16 FromBits(ushort bits) => new(bits);

    /// <summary>The bits of the number: sign, exponent and fraction, the sign at the top.</summary>
    public ushort ToBits() => _bits;

    /// <summary>Whether a number is not a number.</summary>
    /// <param name="value">The number.</param>
    public static bool IsNaN(BFloat16 value) => float.IsNaN(value);

    /// <summary>The same number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value._bits << DroppedBits);

    /// <summary>The same number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator double(BFloat16 value) => (float)value;

    /// <summary>The nearest number, of two as near the one with an even last bit; beyond the largest number infinity.</summary>
    /// <param name="value">The number.</param>
    public static explicit operator BFloat16(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        if (float.IsNaN(value))
            return new BFloat16((ushort)((bits >> DroppedBits) | 0x40)); // the payload's upper part, quiet: it must not become an infinity
        uint lastBit = (bits >> DroppedBits) & 1;
        return new BFloat16((ushort)((bits + 0x7FFF + lastBit) >> DroppedBits));
    }

    /// <summary>The nearest number, of two as near the one with an even last bit; beyond the largest number infinity.</summary>
    /// <param name="value">The number.</param>
    public static explicit operator BFloat16(double value)
    {
        float rounded = (float)value;
        uint bits = BitConverter.SingleToUInt32Bits(rounded);

        // The first rounding may have ended in the middle between two numbers; then the second one has to know on which side the value was.
        if ((bits & 0xFFFF) == 0x8000 && rounded != value)
            rounded = BitConverter.UInt32BitsToSingle(Math.Abs((double)rounded) < Math.Abs(value) ? bits + 1 : bits - 1);
        return (BFloat16)rounded;
    }

    /// <summary>Whether two numbers are the same; NaN is not equal to anything.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    public static bool operator ==(BFloat16 left, BFloat16 right) => (float)left == right;

    /// <summary>Whether two numbers differ; NaN differs from everything.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    public static bool operator !=(BFloat16 left, BFloat16 right) => (float)left != right;

    /// <summary>Whether the first number is less than the second.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    public static bool operator <(BFloat16 left, BFloat16 right) => (float)left < right;

    /// <summary>Whether the first number is larger than the second.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    public static bool operator >(BFloat16 left, BFloat16 right) => (float)left > right;

    /// <summary>Whether the first number is not larger than the second.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    public static bool operator <=(BFloat16 left, BFloat16 right) => (float)left <= right;

    /// <summary>Whether the first number is not less than the second.</summary>
    /// <param name="left">The first number.</param>
    /// <param name="right">The second number.</param>
    public static bool operator >=(BFloat16 left, BFloat16 right) => (float)left >= right;

    /// <summary>Whether two numbers are the same; NaN counts as the same as NaN.</summary>
    /// <param name="other">The other number.</param>
    public bool Equals(BFloat16 other) => ((float)this).Equals(other);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((float)this).GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(BFloat16 other) => ((float)this).CompareTo(other);

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        BFloat16 other => CompareTo(other),
        _ => throw new ArgumentException($"A BFloat16 is not compared with a {obj.GetType().Name}.", nameof(obj)),
    };

    /// <summary>The number as a text of the current culture.</summary>
    public override string ToString() => ToString(null, CultureInfo.CurrentCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ((float)this).ToString(format, formatProvider);

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        ((float)this).TryFormat(destination, out charsWritten, format, provider);
}
