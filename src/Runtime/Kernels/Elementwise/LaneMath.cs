using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// Elementary functions of float and double, written once over vectors of any width. All are correct for zeros of either sign,
/// subnormal numbers, infinities and NaN; errors are at most 2 units in the last place for exp and log, 3 for the others.
/// </summary>
internal static class LaneMath
{
    /// <summary>e^x: <c>2^n * e^r</c> with <c>|r| &lt;= ln(2)/2</c> and the Taylor polynomial of e^r, whose remainder is below half a unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp<TLanes, T>(TLanes x)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        x = TLanes.AtLeast(Constant<TLanes, T>(ExpUnderflow<T>()), TLanes.AtMost(Constant<TLanes, T>(ExpOverflow<T>()), x));
        TLanes n = TLanes.Round(x * Constant<TLanes, T>(Log2OfE));
        TLanes r = Reduce<TLanes, T>(x, n);
        return TLanes.Scale(TLanes.MultiplyAdd(r, TLanes.MultiplyAdd(r, ExpTail<TLanes, T>(r), TLanes.One), TLanes.One), n);
    }

    /// <summary>
    /// ln x: <c>e * ln 2 + ln m</c> with <c>ln m = 2 artanh(s)</c>, <c>s = (m - 1) / (m + 1)</c>, arranged as in FreeBSD's msun so
    /// that nothing cancels near 1.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log<TLanes, T>(TLanes x)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes m = TLanes.SplitExponent(x, out TLanes exponent);
        TLanes f = m - TLanes.One;
        TLanes s = f / (f + Constant<TLanes, T>(2));
        TLanes z = s * s;
        TLanes series = z * LogSeries<TLanes, T>(z);
        TLanes halfSquare = Constant<TLanes, T>(0.5) * f * f;
        TLanes correction = TLanes.MultiplyAdd(s, halfSquare + series, exponent * Constant<TLanes, T>(Ln2Low<T>()));
        TLanes result = TLanes.MultiplyAdd(exponent, Constant<TLanes, T>(Ln2High<T>()), f - (halfSquare - correction));

        result = TLanes.Select(TLanes.Less(x, Constant<TLanes, T>(double.PositiveInfinity)), result, x);
        result = TLanes.Select(TLanes.Equal(x, TLanes.Zero), Constant<TLanes, T>(double.NegativeInfinity), result);
        return TLanes.Select(TLanes.Less(x, TLanes.Zero), Constant<TLanes, T>(double.NaN), result);
    }

    /// <summary>tanh x as <c>t / (t + 2)</c> with <c>t = e^(2|x|) - 1</c>, computed without cancellation so that small x keep all digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Tanh<TLanes, T>(TLanes x)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        // From 20 on the result is 1 in both types; the bound keeps 2^n in range.
        TLanes doubled = TLanes.AtMost(Constant<TLanes, T>(20), TLanes.Abs(x));
        doubled += doubled;
        TLanes n = TLanes.Round(doubled * Constant<TLanes, T>(Log2OfE));
        TLanes r = Reduce<TLanes, T>(doubled, n);
        TLanes power = TLanes.PowerOfTwo(n);
        TLanes exponentialMinusOne = TLanes.MultiplyAdd(r * r, ExpTail<TLanes, T>(r), r); // the leading term unrounded
        TLanes t = TLanes.MultiplyAdd(power, exponentialMinusOne, power - TLanes.One);
        return TLanes.CopySign(t / (t + Constant<TLanes, T>(2)), x);
    }

    /// <summary>1 / (1 + e^-x), from <c>e^-|x|</c> so that neither end overflows or loses digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Sigmoid<TLanes, T>(TLanes x)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes decay = Exp<TLanes, T>(-TLanes.Abs(x));
        TLanes numerator = TLanes.Select(TLanes.Less(x, TLanes.Zero), decay, TLanes.One);
        return numerator / (TLanes.One + decay);
    }

    /// <summary>value * 2^n in two steps, so that neither a result below the normal range nor the largest one is lost on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Scale<TLanes, T>(TLanes value, TLanes n)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes half = TLanes.Round(n * Constant<TLanes, T>(0.5));
        return value * TLanes.PowerOfTwo(half) * TLanes.PowerOfTwo(n - half);
    }

    private const double Log2OfE = 1.4426950408889634;

    // ln 2 in two parts; the high part has so few bits that its product with an exponent is exact.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Ln2High<T>() => typeof(T) == typeof(float) ? 0.693145751953125 : 0.693147180369123816490;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Ln2Low<T>() => typeof(T) == typeof(float) ? 1.42860682030941723212e-6 : 1.90821492927058770002e-10;

    // Beyond these e^x is infinite, or rounds to zero; up to them its scaling does the right thing.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpOverflow<T>() => typeof(T) == typeof(float) ? 89 : 710;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double ExpUnderflow<T>() => typeof(T) == typeof(float) ? -104.5 : -746;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Constant<TLanes, T>(double value)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged =>
        TLanes.Broadcast(typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Reduce<TLanes, T>(TLanes x, TLanes n)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged =>
        TLanes.MultiplyAdd(n, Constant<TLanes, T>(-Ln2Low<T>()), TLanes.MultiplyAdd(n, Constant<TLanes, T>(-Ln2High<T>()), x));

    /// <summary>(e^r - 1 - r) / r^2 for small r: 1/2! + r/3! + r^2/4! + ...</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ExpTail<TLanes, T>(TLanes r)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes sum;
        if (typeof(T) == typeof(float))
        {
            sum = Constant<TLanes, T>(1.0 / 5040);
        }
        else
        {
            sum = Constant<TLanes, T>(1.0 / 6227020800);
            sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 479001600));
            sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 39916800));
            sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 3628800));
            sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 362880));
            sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 40320));
            sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 5040));
        }

        sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 720));
        sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 120));
        sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 24));
        sum = TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(1.0 / 6));
        return TLanes.MultiplyAdd(sum, r, Constant<TLanes, T>(0.5));
    }

    /// <summary>2/3 + 2/5 z + 2/7 z^2 + ...: what remains of 2 artanh(s)/s after its first term, divided by z = s^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LogSeries<TLanes, T>(TLanes z)
        where TLanes : struct, IFloatingLanes<TLanes, T>
        where T : unmanaged
    {
        TLanes sum;
        if (typeof(T) == typeof(float))
        {
            sum = Constant<TLanes, T>(2.0 / 11);
        }
        else
        {
            sum = Constant<TLanes, T>(2.0 / 23);
            sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 21));
            sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 19));
            sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 17));
            sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 15));
            sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 13));
            sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 11));
        }

        sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 9));
        sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 7));
        sum = TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 5));
        return TLanes.MultiplyAdd(sum, z, Constant<TLanes, T>(2.0 / 3));
    }
}
