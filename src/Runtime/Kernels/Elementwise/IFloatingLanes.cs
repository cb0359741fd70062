namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// What the algorithms of <see cref="LaneMath"/> need of a vector of <see cref="float"/> or <see cref="double"/> beyond
/// arithmetic: access to sign, exponent and mantissa.
/// </summary>
internal interface IFloatingLanes<TSelf, T> : ILanes<TSelf, T>
    where TSelf : struct, IFloatingLanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>The magnitude of the first value with the sign of the second.</summary>
    static abstract TSelf CopySign(TSelf magnitude, TSelf sign);

    /// <summary>The value, or a bound that it exceeds; NaN stays NaN.</summary>
    static abstract TSelf AtMost(TSelf bound, TSelf value);

    /// <summary>The value, or a bound that it falls below; NaN stays NaN.</summary>
    static abstract TSelf AtLeast(TSelf bound, TSelf value);

    /// <summary>The value times 2 to the power of a whole number, rounded once, also where the power or the result is no normal number.</summary>
    static abstract TSelf Scale(TSelf value, TSelf exponent);

    /// <summary>2 to the power of a whole number for which the power is a normal number.</summary>
    static abstract TSelf PowerOfTwo(TSelf exponent);

    /// <summary>Writes a positive number, subnormal or not, as mantissa * 2^exponent with the mantissa between 0.7 and 1.5.</summary>
    static abstract TSelf SplitExponent(TSelf value, out TSelf exponent);
}
