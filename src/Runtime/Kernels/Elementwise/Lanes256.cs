using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>A vector of 256 bits. A lane of a set mask has all bits set.</summary>
internal readonly unsafe struct Lanes256<T> : IFloatingLanes<Lanes256<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly Vector256<T> _vector;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Lanes256(Vector256<T> vector) => _vector = vector;

    public static int Count => Vector256<T>.Count;

    public static Lanes256<T> Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<T>.Zero);
    }

    public static Lanes256<T> One
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<T>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Broadcast(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> lanes, ref T destination) => lanes._vector.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadMask(ref readonly bool source) => new(MaskBytes.Read256<T>(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreMask(Lanes256<T> mask, ref bool destination) =>
        MaskBytes.Write(mask._vector.ExtractMostSignificantBits(), Count, ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left._vector + right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left._vector - right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left._vector * right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left._vector / right._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> value) => new(-value._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> left, Lanes256<T> right, Lanes256<T> addend) =>
        typeof(T) == typeof(float) ? new(Vector256.MultiplyAddEstimate(left._vector.AsSingle(), right._vector.AsSingle(), addend._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector256.MultiplyAddEstimate(left._vector.AsDouble(), right._vector.AsDouble(), addend._vector.AsDouble()).As<double, T>())
        : new((left._vector * right._vector) + addend._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Equal(Lanes256<T> left, Lanes256<T> right) => new(Vector256.Equals(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Less(Lanes256<T> left, Lanes256<T> right) => new(Vector256.LessThan(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LessOrEqual(Lanes256<T> left, Lanes256<T> right) => new(Vector256.LessThanOrEqual(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Not(Lanes256<T> mask) => new(~mask._vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> whenSet, Lanes256<T> otherwise) =>
        new(Vector256.ConditionalSelect(mask._vector, whenSet._vector, otherwise._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> left, Lanes256<T> right) => new(Vector256.Max(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> left, Lanes256<T> right) => new(Vector256.Min(left._vector, right._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> value) => new(Vector256.Sqrt(value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exp(Lanes256<T> value) => LaneMath.Exp<Lanes256<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Log(Lanes256<T> value) => LaneMath.Log<Lanes256<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Tanh(Lanes256<T> value) => LaneMath.Tanh<Lanes256<T>, T>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sigmoid(Lanes256<T> value) => LaneMath.Sigmoid<Lanes256<T>, T>(value);

    /// <inheritdoc/>
    /// <remarks>Element by element but for the square: the special cases of a power outnumber its regular ones.</remarks>
    public static Lanes256<T> Power(Lanes256<T> value, Lanes256<T> exponent)
    {
        if (exponent._vector == Vector256<T>.One + Vector256<T>.One)
            return new(value._vector * value._vector);
        if (exponent._vector == Vector256<T>.One)
            return value;
        return Map<ScalarPower<T>>(value, exponent);
    }

    /// <inheritdoc/>
    public static Lanes256<T> Map<TFunction>(Lanes256<T> value)
        where TFunction : struct, IScalarFunction<T>
    {
        Unsafe.SkipInit(out Vector256<T> result);
        ref T first = ref Unsafe.As<Vector256<T>, T>(ref result);
        for (int i = 0; i < Count; i++)
            Unsafe.Add(ref first, i) = TFunction.Apply(value._vector[i]);
        return new(result);
    }

    /// <inheritdoc/>
    public static Lanes256<T> Map<TFunction>(Lanes256<T> left, Lanes256<T> right)
        where TFunction : struct, IScalarPairFunction<T>
    {
        Unsafe.SkipInit(out Vector256<T> result);
        ref T first = ref Unsafe.As<Vector256<T>, T>(ref result);
        for (int i = 0; i < Count; i++)
            Unsafe.Add(ref first, i) = TFunction.Apply(left._vector[i], right._vector[i]);
        return new(result);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> value) =>
        typeof(T) == typeof(float) ? new(Vector256.Round(value._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector256.Round(value._vector.AsDouble()).As<double, T>())
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> value) =>
        typeof(T) == typeof(float) ? new(Vector256.Floor(value._vector.AsSingle()).As<float, T>())
        : typeof(T) == typeof(double) ? new(Vector256.Floor(value._vector.AsDouble()).As<double, T>())
        : value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AtMost(Lanes256<T> bound, Lanes256<T> value) => new(Vector256.MinNative(bound._vector, value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> AtLeast(Lanes256<T> bound, Lanes256<T> value) => new(Vector256.MaxNative(bound._vector, value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Scale(Lanes256<T> value, Lanes256<T> exponent) =>
        LaneMath.Scale<Lanes256<T>, T>(value, exponent);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> value) => new(Vector256.Abs(value._vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> CopySign(Lanes256<T> magnitude, Lanes256<T> sign) =>
        new(Vector256.CopySign(magnitude._vector, sign._vector));

    /// <inheritdoc/>
    /// <remarks>Adding 1.5 * 2^(mantissa bits) puts the biased exponent into the low bits, from where it is shifted into place.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> PowerOfTwo(Lanes256<T> exponent) => typeof(T) == typeof(float)
        ? new(((exponent._vector.AsSingle() + Vector256.Create(12582912f + 127)).AsInt32() << 23).As<int, T>())
        : new(((exponent._vector.AsDouble() + Vector256.Create(6755399441055744.0 + 1023)).AsInt64() << 52).As<long, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> SplitExponent(Lanes256<T> value, out Lanes256<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            // 2^23 moves every subnormal number into the normal range.
            Vector256<float> number = value._vector.AsSingle();
            Vector256<float> isSubnormal = Vector256.LessThan(number, Vector256.Create(1.17549435e-38f));
            Vector256<int> bits = Vector256.ConditionalSelect(isSubnormal, number * 8388608f, number).AsInt32();
            Vector256<int> whole = (bits - Vector256.Create(0x3F3504F3)) >> 23;
            Vector256<float> moved = isSubnormal & Vector256.Create(23f);
            exponent = new(((whole + Vector256.Create(0x4B400000)).AsSingle() - Vector256.Create(12582912f) - moved).As<float, T>());
            return new((bits - (whole << 23)).As<int, T>());
        }

        Vector256<double> wideNumber = value._vector.AsDouble();
        Vector256<double> isWideSubnormal = Vector256.LessThan(wideNumber, Vector256.Create(2.2250738585072014e-308));
        Vector256<long> wideBits = Vector256.ConditionalSelect(isWideSubnormal, wideNumber * 4503599627370496.0, wideNumber).AsInt64();
        Vector256<long> difference = wideBits - Vector256.Create(0x3FE6A09E667F3BCDL);

        // An arithmetic shift of 64-bit lanes is missing below AVX-512: shift the biased value logically instead.
        Vector256<long> wide = ((difference + Vector256.Create(1024L << 52)) >>> 52) - Vector256.Create(1024L);
        Vector256<double> wideMoved = isWideSubnormal & Vector256.Create(52.0);
        exponent = new(((wide + Vector256.Create(0x4338000000000000L)).AsDouble() - Vector256.Create(6755399441055744.0) - wideMoved).As<double, T>());
        return new((wideBits - (wide << 52)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SumAcross(Lanes256<T> lanes) => Lanes128<T>.SumAcross(new Lanes128<T>(lanes._vector.GetLower()) + new Lanes128<T>(lanes._vector.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MaxAcross(Lanes256<T> lanes) => Lanes128<T>.MaxAcross(Lanes128<T>.Max(new Lanes128<T>(lanes._vector.GetLower()), new Lanes128<T>(lanes._vector.GetUpper())));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadFirst(T* source, int count, T padding)
    {
        if (Avx.IsSupported && sizeof(T) is 4 or 8)
        {
            Vector256<T> first = First(count);
            Vector256<T> read = sizeof(T) == 4
                ? Avx.MaskLoad((float*)source, first.AsSingle()).As<float, T>()
                : Avx.MaskLoad((double*)source, first.AsDouble()).As<double, T>();
            return new(Vector256.ConditionalSelect(first, read, Vector256.Create(padding)));
        }

        T* padded = stackalloc T[Count];
        for (int i = 0; i < Count; i++)
            padded[i] = i < count ? source[i] : padding;
        return new(Vector256.Load(padded));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Lanes256<T> lanes, T* destination, int count)
    {
        if (Avx.IsSupported && sizeof(T) == 4)
        {
            Avx.MaskStore((float*)destination, First(count).AsSingle(), lanes._vector.AsSingle());
            return;
        }

        if (Avx.IsSupported && sizeof(T) == 8)
        {
            Avx.MaskStore((double*)destination, First(count).AsDouble(), lanes._vector.AsDouble());
            return;
        }

        T* elements = (T*)&lanes;
        for (int i = 0; i < count; i++)
            destination[i] = elements[i];
    }

    /// <summary>The mask of the first lanes, of 4 or 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> First(int count) => sizeof(T) == 4
        ? Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).As<int, T>()
        : Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)count)).As<long, T>();
}
