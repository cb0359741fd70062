using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>A vector of 128 bits. A lane of a set mask has all bits set.</summary>
internal readonly unsafe struct Lanes128<T> : IFloatingLanes<Lanes128<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector128<T> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes128(Vector128<T> vector) => _vector = vector;

    public static int Count => Vector128<T>.Count;

    public static Lanes128<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<T>.Zero);
    }

    public static Lanes128<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<T>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Broadcast(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> lanes, ref T destination) => lanes._vector.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadMask(ref readonly bool source) => new(MaskBytes.Read128<T>(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(Lanes128<T> mask, ref bool destination) =>
        MaskBytes.Write(mask._vector.ExtractMostSignificantBits(), Count, ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left._vector + right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left._vector - right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left._vector * right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left._vector / right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value) => new(-value._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend) =>
        typeof(T) == typeof(float) ? new(Vector128.MultiplyAddEstimate(left._vector.AsSingle(), right._vector.AsSingle(), addend._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector128.MultiplyAddEstimate(left._vector.AsDouble(), right._vector.AsDouble(), addend._vector.AsDouble()).As<double, T>())
        : new((left._vector * right._vector) + addend._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Equal(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Equals(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Less(Lanes128<T> left, Lanes128<T> right) => new(Vector128.LessThan(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LessOrEqual(Lanes128<T> left, Lanes128<T> right) => new(Vector128.LessThanOrEqual(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Not(Lanes128<T> mask) => new(~mask._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> whenSet, Lanes128<T> otherwise) =>
        new(Vector128.ConditionalSelect(mask._vector, whenSet._vector, otherwise._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Max(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> left, Lanes128<T> right) => new(Vector128.Min(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> value) => new(Vector128.Sqrt(value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Exp(Lanes128<T> value) => LaneMath.Exp<Lanes128<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Log(Lanes128<T> value) => LaneMath.Log<Lanes128<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Tanh(Lanes128<T> value) => LaneMath.Tanh<Lanes128<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sigmoid(Lanes128<T> value) => LaneMath.Sigmoid<Lanes128<T>, T>(value);

    /// <inheritdoc/>
    /// <remarks>Element by element but for the square: the special cases of a power outnumber its regular ones.</remarks>
    public static Lanes128<T> Power(Lanes128<T> value, Lanes128<T> exponent)
    {
        if (exponent._vector == Vector128<T>.One + Vector128<T>.One)
            return new(value._vector * value._vector);
        if (exponent._vector == Vector128<T>.One)
            return value;
        return Map<ScalarPower<T>>(value, exponent);
    }

    /// <inheritdoc/>
    public static Lanes128<T> Map<TFunction>(Lanes128<T> value)
        where TFunction : struct, IScalarFunction<T>
    {
        Unsafe.SkipInit(out Vector128<T> result);
        ref T first = ref Unsafe.As<Vector128<T>, T>(ref result);
        for (int i = 0; i < Count; i++)
            Unsafe.Add(ref first, i) = TFunction.Apply(value._vector[i]);
        return new(result);
    }

    /// <inheritdoc/>
    public static Lanes128<T> Map<TFunction>(Lanes128<T> left, Lanes128<T> right)
        where TFunction : struct, IScalarPairFunction<T>
    {
        Unsafe.SkipInit(out Vector128<T> result);
        ref T first = ref Unsafe.As<Vector128<T>, T>(ref result);
        for (int i = 0; i < Count; i++)
            Unsafe.Add(ref first, i) = TFunction.Apply(left._vector[i], right._vector[i]);
        return new(result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> value) =>
        typeof(T) == typeof(float) ? new(Vector128.Round(value._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector128.Round(value._vector.AsDouble()).As<double, T>())
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> value) =>
        typeof(T) == typeof(float) ? new(Vector128.Floor(value._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector128.Floor(value._vector.AsDouble()).As<double, T>())
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AtMost(Lanes128<T> bound, Lanes128<T> value) => new(Vector128.MinNative(bound._vector, value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> AtLeast(Lanes128<T> bound, Lanes128<T> value) => new(Vector128.MaxNative(bound._vector, value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Scale(Lanes128<T> value, Lanes128<T> exponent) =>
        LaneMath.Scale<Lanes128<T>, T>(value, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> value) => new(Vector128.Abs(value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> CopySign(Lanes128<T> magnitude, Lanes128<T> sign) =>
        new(Vector128.CopySign(magnitude._vector, sign._vector));

    /// <inheritdoc/>
    /// <remarks>Adding 1.5 * 2^(mantissa bits) puts the biased exponent into the low bits, from where it is shifted into place.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> PowerOfTwo(Lanes128<T> exponent) => typeof(T) == typeof(float)
        ? new(((exponent._vector.AsSingle() + Vector128.Create(12582912f + 127)).AsInt32() << 23).As<int, T>())
        : new(((exponent._vector.AsDouble() + Vector128.Create(6755399441055744.0 + 1023)).AsInt64() << 52).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> SplitExponent(Lanes128<T> value, out Lanes128<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            // 2^23 moves every subnormal number into the normal range.
            Vector128<float> number = value._vector.AsSingle();
            Vector128<float> isSubnormal = Vector128.LessThan(number, Vector128.Create(1.17549435e-38f));
            Vector128<int> bits = Vector128.ConditionalSelect(isSubnormal, number * 8388608f, number).AsInt32();
            Vector128<int> whole = (bits - Vector128.Create(0x3F3504F3)) >> 23;
            Vector128<float> moved = isSubnormal & Vector128.Create(23f);
            exponent = new(((whole + Vector128.Create(0x4B400000)).AsSingle() - Vector128.Create(12582912f) - moved).As<float, T>());
            return new((bits - (whole << 23)).As<int, T>());
        }

        Vector128<double> wideNumber = value._vector.AsDouble();
        Vector128<double> isWideSubnormal = Vector128.LessThan(wideNumber, Vector128.Create(2.2250738585072014e-308));
        Vector128<long> wideBits = Vector128.ConditionalSelect(isWideSubnormal, wideNumber * 4503599627370496.0, wideNumber).AsInt64();
        Vector128<long> difference = wideBits - Vector128.Create(0x3FE6A09E667F3BCDL);

        // An arithmetic shift of 64-bit lanes is missing below AVX-512: shift the biased value logically instead.
        Vector128<long> wide = ((difference + Vector128.Create(1024L << 52)) >>> 52) - Vector128.Create(1024L);
        Vector128<double> wideMoved = isWideSubnormal & Vector128.Create(52.0);
        exponent = new(((wide + Vector128.Create(0x4338000000000000L)).AsDouble() - Vector128.Create(6755399441055744.0) - wideMoved).As<double, T>());
        return new((wideBits - (wide << 52)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross(Lanes128<T> lanes)
    {
        if (sizeof(T) < 4)
            return AcrossSmall<SumFold<T>>(lanes._vector);
        Vector128<T> sums = lanes._vector + ExchangeHalves(lanes._vector);
        return (sizeof(T) == 4 ? sums + ExchangeNeighbours(sums) : sums).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Lanes128<T> lanes)
    {
        if (sizeof(T) < 4)
            return AcrossSmall<MaxFold<T>>(lanes._vector);
        Vector128<T> largest = Vector128.Max(lanes._vector, ExchangeHalves(lanes._vector));
        return (sizeof(T) == 4 ? Vector128.Max(largest, ExchangeNeighbours(largest)) : largest).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> ExchangeHalves(Vector128<T> vector) =>
        Vector128.Shuffle(vector.AsInt64(), Vector128.Create(1, 0)).As<long, T>();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<T> ExchangeNeighbours(Vector128<T> vector) =>
        Vector128.Shuffle(vector.AsInt32(), Vector128.Create(1, 0, 3, 2)).As<int, T>();

    private static T AcrossSmall<TFold>(Vector128<T> lanes)
        where TFold : struct, IFold<T>
    {
        T* elements = (T*)&lanes;
        for (int half = Count / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
                elements[i] = TFold.Combine(elements[i], elements[i + half]);
        }

        return elements[0];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadFirst(T* source, int count, T padding)
    {
        T* padded = stackalloc T[Count];
        for (int i = 0; i < Count; i++)
            padded[i] = i < count ? source[i] : padding;
        return new(Vector128.Load(padded));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes128<T> lanes, T* destination, int count)
    {
        T* elements = (T*)&lanes;
        for (int i = 0; i < count; i++)
            destination[i] = elements[i];
    }
}
