namespace TypedTensors.Dimensions;

/// <summary>
/// A size as a polynomial with integer coefficients over symbols and opaque terms (exact quotient, floor quotient, remainder,
/// minimum, maximum), kept in a canonical normal form: two dimensions that the algebra can show equal are equal objects
/// by <see cref="Equals(Dimension?)"/>.
/// </summary>
internal sealed partial class Dimension : IEquatable<Dimension>
{
    public static Dimension Zero { get; } = Constant(0);

    public static Dimension One { get; } = Constant(1);

    public static Dimension Constant(long value) => throw new NotSupportedException();

    public static Dimension Of(Symbol symbol) => throw new NotSupportedException();

    public static Dimension operator +(Dimension left, Dimension right) => throw new NotSupportedException();

    public static Dimension operator -(Dimension left, Dimension right) => throw new NotSupportedException();

    public static Dimension operator *(Dimension left, Dimension right) => throw new NotSupportedException();

    /// <summary>The floor quotient, <c>//</c>. Folded when both are constants or the division is exact as polynomials.</summary>
    public static Dimension FloorDivide(Dimension dividend, Dimension divisor) => throw new NotSupportedException();

    /// <summary>The exact quotient, <c>/</c>, a term <c>q</c> with <c>divisor * q == dividend</c>; the caller has checked that it is exact.</summary>
    public static Dimension ExactDivide(Dimension dividend, Dimension divisor) => throw new NotSupportedException();

    /// <summary>The non-negative remainder, <c>%</c>.</summary>
    public static Dimension Remainder(Dimension dividend, Dimension divisor) => throw new NotSupportedException();

    public static Dimension Min(Dimension left, Dimension right) => throw new NotSupportedException();

    public static Dimension Max(Dimension left, Dimension right) => throw new NotSupportedException();

    /// <summary>Whether this is a constant, and which.</summary>
    public bool IsConstant(out long value) => throw new NotSupportedException();

    /// <summary>Whether this is one plain symbol, and which.</summary>
    public bool IsSymbol(out Symbol symbol) => throw new NotSupportedException();

    /// <summary>All symbols that occur, also inside opaque terms, each once, in order.</summary>
    public IEnumerable<Symbol> Symbols => throw new NotSupportedException();

    /// <summary>Replaces symbols; those for which <paramref name="replacement"/> gives null stay.</summary>
    public Dimension Substitute(Func<Symbol, Dimension?> replacement) => throw new NotSupportedException();

    /// <summary>The value under an assignment; null where it is undefined (division by zero, inexact quotient, overflow).</summary>
    public long? Evaluate(Func<Symbol, long> assignment) => throw new NotSupportedException();

    public bool Equals(Dimension? other) => throw new NotSupportedException();

    public override bool Equals(object? obj) => Equals(obj as Dimension);

    public override int GetHashCode() => throw new NotSupportedException();

    /// <summary>Prints in the shape language; parsing the text gives an equal dimension.</summary>
    public override string ToString() => throw new NotSupportedException();
}
