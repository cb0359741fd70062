using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>A vector of 512 bits. A lane of a set mask has all bits set.</summary>
internal readonly unsafe struct Lanes512<T> : IFloatingLanes<Lanes512<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector512<T> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<T> vector) => _vector = vector;

    public static int Count => Vector512<T>.Count;

    public static Lanes512<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<T>.Zero);
    }

    public static Lanes512<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<T>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Broadcast(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> lanes, ref T destination) => lanes._vector.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadMask(ref readonly bool source) => new(MaskBytes.Read512<T>(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(Lanes512<T> mask, ref bool destination) =>
        MaskBytes.Write(mask._vector.ExtractMostSignificantBits(), Count, ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left._vector + right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left._vector - right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left._vector * right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left._vector / right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> left, Lanes512<T> right, Lanes512<T> addend) =>
        typeof(T) == typeof(float) ? new(Vector512.MultiplyAddEstimate(left._vector.AsSingle(), right._vector.AsSingle(), addend._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector512.MultiplyAddEstimate(left._vector.AsDouble(), right._vector.AsDouble(), addend._vector.AsDouble()).As<double, T>())
        : new((left._vector * right._vector) + addend._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Equal(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Equals(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Less(Lanes512<T> left, Lanes512<T> right) => new(Vector512.LessThan(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LessOrEqual(Lanes512<T> left, Lanes512<T> right) => new(Vector512.LessThanOrEqual(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Not(Lanes512<T> mask) => new(~mask._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> whenSet, Lanes512<T> otherwise) =>
        new(Vector512.ConditionalSelect(mask._vector, whenSet._vector, otherwise._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Max(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> left, Lanes512<T> right) => new(Vector512.Min(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> value) => new(Vector512.Sqrt(value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exp(Lanes512<T> value) => LaneMath.Exp<Lanes512<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Log(Lanes512<T> value) => LaneMath.Log<Lanes512<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Tanh(Lanes512<T> value) => LaneMath.Tanh<Lanes512<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sigmoid(Lanes512<T> value) => LaneMath.Sigmoid<Lanes512<T>, T>(value);

    /// <inheritdoc/>
    /// <remarks>Element by element but for the square: the special cases of a power outnumber its regular ones.</remarks>
    public static Lanes512<T> Power(Lanes512<T> value, Lanes512<T> exponent)
    {
        if (exponent._vector == Vector512<T>.One + Vector512<T>.One)
            return new(value._vector * value._vector);
        if (exponent._vector == Vector512<T>.One)
            return value;
        return Map<ScalarPower<T>>(value, exponent);
    }

    /// <inheritdoc/>
    public static Lanes512<T> Map<TFunction>(Lanes512<T> value)
        where TFunction : struct, IScalarFunction<T>
    {
        Unsafe.SkipInit(out Vector512<T> result);
        ref T first = ref Unsafe.As<Vector512<T>, T>(ref result);
        for (int i = 0; i < Count; i++)
            Unsafe.Add(ref first, i) = TFunction.Apply(value._vector[i]);
        return new(result);
    }

    /// <inheritdoc/>
    public static Lanes512<T> Map<TFunction>(Lanes512<T> left, Lanes512<T> right)
        where TFunction : struct, IScalarPairFunction<T>
    {
        Unsafe.SkipInit(out Vector512<T> result);
        ref T first = ref Unsafe.As<Vector512<T>, T>(ref result);
        for (int i = 0; i < Count; i++)
            Unsafe.Add(ref first, i) = TFunction.Apply(left._vector[i], right._vector[i]);
        return new(result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> value) =>
        typeof(T) == typeof(float) ? new(Vector512.Round(value._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector512.Round(value._vector.AsDouble()).As<double, T>())
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> value) =>
        typeof(T) == typeof(float) ? new(Vector512.Floor(value._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector512.Floor(value._vector.AsDouble()).As<double, T>())
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AtMost(Lanes512<T> bound, Lanes512<T> value) => new(Vector512.MinNative(bound._vector, value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> AtLeast(Lanes512<T> bound, Lanes512<T> value) => new(Vector512.MaxNative(bound._vector, value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Scale(Lanes512<T> value, Lanes512<T> exponent) =>
        !Avx512F.IsSupported ? LaneMath.Scale<Lanes512<T>, T>(value, exponent)
        : typeof(T) == typeof(float) ? new(Avx512F.Scale(value._vector.AsSingle(), exponent._vector.AsSingle()).As<float, T>())
        : new(Avx512F.Scale(value._vector.AsDouble(), exponent._vector.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> value) => new(Vector512.Abs(value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> CopySign(Lanes512<T> magnitude, Lanes512<T> sign) =>
        new(Vector512.CopySign(magnitude._vector, sign._vector));

    /// <inheritdoc/>
    /// <remarks>Adding 1.5 * 2^(mantissa bits) puts the biased exponent into the low bits, from where it is shifted into place.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> PowerOfTwo(Lanes512<T> exponent) => typeof(T) == typeof(float)
        ? new(((exponent._vector.AsSingle() + Vector512.Create(12582912f + 127)).AsInt32() << 23).As<int, T>())
        : new(((exponent._vector.AsDouble() + Vector512.Create(6755399441055744.0 + 1023)).AsInt64() << 52).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> SplitExponent(Lanes512<T> value, out Lanes512<T> exponent)
    {
        if (Avx512F.IsSupported)
        {
            // The machine's own split, which knows subnormal numbers; the mantissa's exponent is 0 or -1.
            const byte ThreeQuartersToThreeHalves = 3;
            if (typeof(T) == typeof(float))
            {
                Vector512<float> mantissa = Avx512F.GetMantissa(value._vector.AsSingle(), ThreeQuartersToThreeHalves);
                exponent = new((Avx512F.GetExponent(value._vector.AsSingle()) - Avx512F.GetExponent(mantissa)).As<float, T>());
                return new(mantissa.As<float, T>());
            }

            Vector512<double> wideMantissa = Avx512F.GetMantissa(value._vector.AsDouble(), ThreeQuartersToThreeHalves);
            exponent = new((Avx512F.GetExponent(value._vector.AsDouble()) - Avx512F.GetExponent(wideMantissa)).As<double, T>());
            return new(wideMantissa.As<double, T>());
        }

        if (typeof(T) == typeof(float))
        {
            // 2^23 moves every subnormal number into the normal range.
            Vector512<float> number = value._vector.AsSingle();
            Vector512<float> isSubnormal = Vector512.LessThan(number, Vector512.Create(1.17549435e-38f));
            Vector512<int> bits = Vector512.ConditionalSelect(isSubnormal, number * 8388608f, number).AsInt32();
            Vector512<int> whole = (bits - Vector512.Create(0x3F3504F3)) >> 23;
            Vector512<float> moved = isSubnormal & Vector512.Create(23f);
            exponent = new(((whole + Vector512.Create(0x4B400000)).AsSingle() - Vector512.Create(12582912f) - moved).As<float, T>());
            return new((bits - (whole << 23)).As<int, T>());
        }

        Vector512<double> wideNumber = value._vector.AsDouble();
        Vector512<double> isWideSubnormal = Vector512.LessThan(wideNumber, Vector512.Create(2.2250738585072014e-308));
        Vector512<long> wideBits = Vector512.ConditionalSelect(isWideSubnormal, wideNumber * 4503599627370496.0, wideNumber).AsInt64();
        Vector512<long> difference = wideBits - Vector512.Create(0x3FE6A09E667F3BCDL);

        // An arithmetic shift of 64-bit lanes is missing below AVX-512: shift the biased value logically instead.
        Vector512<long> wide = ((difference + Vector512.Create(1024L << 52)) >>> 52) - Vector512.Create(1024L);
        Vector512<double> wideMoved = isWideSubnormal & Vector512.Create(52.0);
        exponent = new(((wide + Vector512.Create(0x4338000000000000L)).AsDouble() - Vector512.Create(6755399441055744.0) - wideMoved).As<double, T>());
        return new((wideBits - (wide << 52)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross(Lanes512<T> lanes) => Lanes256<T>.SumAcross(new Lanes256<T>(lanes._vector.GetLower()) + new Lanes256<T>(lanes._vector.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Lanes512<T> lanes) => Lanes256<T>.MaxAcross(Lanes256<T>.Max(new Lanes256<T>(lanes._vector.GetLower()), new Lanes256<T>(lanes._vector.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadFirst(T* source, int count, T padding)
    {
        if (Avx512F.IsSupported && sizeof(T) == 4)
            return new(Avx512F.MaskLoad((float*)source, First(count).AsSingle(), Vector512.Create(padding).AsSingle()).As<float, T>());
        if (Avx512F.IsSupported && sizeof(T) == 8)
            return new(Avx512F.MaskLoad((double*)source, First(count).AsDouble(), Vector512.Create(padding).AsDouble()).As<double, T>());
        T* padded = stackalloc T[Count];
        for (int i = 0; i < Count; i++)
            padded[i] = i < count ? source[i] : padding;
        return new(Vector512.Load(padded));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes512<T> lanes, T* destination, int count)
    {
        if (Avx512F.IsSupported && sizeof(T) == 4)
        {
            Avx512F.MaskStore((float*)destination, First(count).AsSingle(), lanes._vector.AsSingle());
            return;
        }

        if (Avx512F.IsSupported && sizeof(T) == 8)
        {
            Avx512F.MaskStore((double*)destination, First(count).AsDouble(), lanes._vector.AsDouble());
            return;
        }

        T* elements = (T*)&lanes;
        for (int i = 0; i < count; i++)
            destination[i] = elements[i];
    }

    /// <summary>The mask of the first lanes, of 4 or 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<T> First(int count) => sizeof(T) == 4
        ? Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).As<int, T>()
        : Vector512.LessThan(Vector512<long>.Indices, Vector512.Create((long)count)).As<long, T>();
}
