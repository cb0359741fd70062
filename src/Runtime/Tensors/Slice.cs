namespace TypedTensors;

/// <summary>
/// What an indexer does with one dimension: an integer or an <see cref="System.Index"/> selects one position and drops the dimension, a
/// <see cref="System.Range"/> keeps a part of it, <see cref="NewAxis"/> inserts a dimension of size 1.
/// </summary>
/// <remarks>
/// Positions follow C#: <c>^1</c> is the last one, a range excludes its end, and what reaches outside the dimension is an error. A
/// negative integer is refused.
/// </remarks>
public readonly struct Slice : IEquatable<Slice>
{
    private readonly SliceKind _kind;
    private readonly Index _end;

    private Slice(SliceKind kind, int start, bool startIsFromEnd, Index end, int step)
    {
        _kind = kind;
        StartValue = start;
        StartIsFromEnd = startIsFromEnd;
        _end = end;
        StepOrZero = step;
    }

    /// <summary>The whole dimension; the default value.</summary>
    public static Slice All => default;

    /// <summary>A new dimension of size 1.</summary>
    public static Slice NewAxis => new(SliceKind.NewAxis, 0, false, default, 1);

    /// <summary>Every <paramref name="step"/>-th position of a range, beginning with its first.</summary>
    /// <param name="range">The range.</param>
    /// <param name="step">The distance between selected positions, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="step"/> is less than 1.</exception>
    public static Slice Step(Range range, int step)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        return new Slice(SliceKind.Range, range.Start.Value, range.Start.IsFromEnd, range.End, step);
    }

    /// <summary>Whether this selects one position and drops the dimension.</summary>
    internal bool IsIndex => _kind == SliceKind.Index;

    /// <summary>Whether this inserts a dimension instead of reading one.</summary>
    internal bool IsNewAxis => _kind == SliceKind.NewAxis;

    /// <summary>The position of an index, or the first position of a range, as written.</summary>
    internal int StartValue { get; }

    /// <summary>Whether <see cref="StartValue"/> counts back from the size.</summary>
    internal bool StartIsFromEnd { get; }

    /// <summary>The position after the last one of a range.</summary>
    internal Index End => _kind == SliceKind.All ? Index.End : _end;

    /// <summary>The distance between selected positions.</summary>
    internal int StepSize => Math.Max(1, StepOrZero);

    private int StepOrZero { get; }

    /// <summary>One position; the dimension is dropped.</summary>
    /// <param name="position">The position, counted from 0.</param>
    public static implicit operator Slice(int position) => new(SliceKind.Index, position, false, default, 1);

    /// <summary>One position; the dimension is dropped.</summary>
    /// <param name="position">The position; <c>^1</c> is the last one.</param>
    public static implicit operator Slice(Index position) => new(SliceKind.Index, position.Value, position.IsFromEnd, default, 1);

    /// <summary>A part of a dimension.</summary>
    /// <param name="range">The positions; the end is excluded.</param>
    public static implicit operator Slice(Range range) => Step(range, 1);

    /// <summary>Whether two values select alike for every size, as they are written.</summary>
    public static bool operator ==(Slice left, Slice right) => left.Equals(right);

    /// <summary>Whether two values are written differently.</summary>
    public static bool operator !=(Slice left, Slice right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Slice other) =>
        _kind == other._kind && StartValue == other.StartValue && StartIsFromEnd == other.StartIsFromEnd
        && _end.Equals(other._end) && StepSize == other.StepSize;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Slice other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_kind, StartValue, StartIsFromEnd, _end, StepSize);

    /// <summary>As it is written in an indexer: <c>2</c>, <c>^1</c>, <c>1..3</c>, <c>..</c>.</summary>
    public override string ToString()
    {
        string start = (StartIsFromEnd ? "^" : "") + StartValue;
        return _kind switch
        {
            SliceKind.All => "..",
            SliceKind.NewAxis => nameof(NewAxis),
            SliceKind.Index => start,
            _ => StepSize == 1 ? $"{start}..{End}" : $"{start}..{End} step {StepSize}",
        };
    }

    private enum SliceKind
    {
        All,
        Index,
        Range,
        NewAxis,
    }
}
