namespace TypedTensors;

/// <summary>How tensors are written as text.</summary>
public sealed record PrintOptions
{
    private static volatile PrintOptions _default = new();

    /// <summary>What <see cref="Tensor{T}.ToString()"/> uses, in the whole process.</summary>
    /// <exception cref="ArgumentNullException">It is set to null.</exception>
    public static PrintOptions Default
    {
        get => _default;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _default = value;
        }
    }

    /// <summary>The digits behind the point of a number that is not whole; 4 if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or above 100.</exception>
    public int Precision
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100);
            field = value;
        }
    } = 4;

    /// <summary>The most elements of a tensor that is written whole; of a larger one only the edges are. 1000 if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int Threshold
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            field = value;
        }
    } = 1000;

    /// <summary>How many items at each end of a dimension are written of a tensor above the <see cref="Threshold"/>; 3 if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int EdgeItems
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 3;

    /// <summary>The characters of a line after which a row is continued on the next one; 80 if not set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int LineWidth
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 80;

    /// <summary>When floating-point numbers are written as a mantissa and a power of ten; by their range if not set.</summary>
    public ScientificNotation Scientific { get; init; }
}
