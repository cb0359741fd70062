namespace TypedTensors;

/// <summary>When floating-point numbers are written as a mantissa and a power of ten.</summary>
public enum ScientificNotation
{
    /// <summary>
    /// When the range asks for it. Of the absolute values that are finite and not zero: the largest is above 1e8 or more than 1000 times the smallest,
    /// or the smallest is below 1e-4 and not all are whole.
    /// </summary>
    Automatic,

    /// <summary>Always, unless there is no finite value but zero.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
