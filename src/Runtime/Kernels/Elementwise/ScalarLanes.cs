using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>A single element: for types that vectors do not hold, and for machines without vectors. A set mask is one, a clear one zero.</summary>
internal readonly unsafe struct ScalarLanes<T> : ILanes<ScalarLanes<T>, T>
    where T : unmanaged, INumber<T>
{
    private readonly T _value;

    private ScalarLanes(T value) => _value = value;

    public static int Count => 1;

    public static ScalarLanes<T> Zero => new(T.Zero);

    public static ScalarLanes<T> One => new(T.One);

    public static ScalarLanes<T> Broadcast(T value) => new(value);

    public static ScalarLanes<T> Load(ref readonly T source) => new(source);

    public static void Store(ScalarLanes<T> lanes, ref T destination) => destination = lanes._value;

    public static ScalarLanes<T> LoadMask(ref readonly bool source) => Mask(source);

    public static void StoreMask(ScalarLanes<T> mask, ref bool destination) => destination = mask._value != T.Zero;

    public static ScalarLanes<T> operator +(ScalarLanes<T> left, ScalarLanes<T> right) => new(left._value + right._value);

    public static ScalarLanes<T> operator -(ScalarLanes<T> left, ScalarLanes<T> right) => new(left._value - right._value);

    public static ScalarLanes<T> operator *(ScalarLanes<T> left, ScalarLanes<T> right) => new(left._value * right._value);

    public static ScalarLanes<T> operator /(ScalarLanes<T> left, ScalarLanes<T> right) => new(left._value / right._value);

    public static ScalarLanes<T> operator -(ScalarLanes<T> value) => new(-value._value);

    public static ScalarLanes<T> MultiplyAdd(ScalarLanes<T> left, ScalarLanes<T> right, ScalarLanes<T> addend) =>
        new(ScalarMath.MultiplyAdd(left._value, right._value, addend._value));

    public static ScalarLanes<T> Equal(ScalarLanes<T> left, ScalarLanes<T> right) => Mask(left._value == right._value);

    public static ScalarLanes<T> Less(ScalarLanes<T> left, ScalarLanes<T> right) => Mask(left._value < right._value);

    public static ScalarLanes<T> LessOrEqual(ScalarLanes<T> left, ScalarLanes<T> right) => Mask(left._value <= right._value);

    public static ScalarLanes<T> Not(ScalarLanes<T> mask) => Mask(mask._value == T.Zero);

    public static ScalarLanes<T> Select(ScalarLanes<T> mask, ScalarLanes<T> whenSet, ScalarLanes<T> otherwise) =>
        mask._value != T.Zero ? whenSet : otherwise;

    public static ScalarLanes<T> Max(ScalarLanes<T> left, ScalarLanes<T> right) => new(T.Max(left._value, right._value));

    public static ScalarLanes<T> Min(ScalarLanes<T> left, ScalarLanes<T> right) => new(T.Min(left._value, right._value));

    public static ScalarLanes<T> Abs(ScalarLanes<T> value) => T.IsNegative(value._value) ? -value : value;

    public static ScalarLanes<T> Floor(ScalarLanes<T> value) => new(ScalarMath.Floor(value._value));

    public static ScalarLanes<T> Round(ScalarLanes<T> value) => new(ScalarMath.Round(value._value));

    public static ScalarLanes<T> Sqrt(ScalarLanes<T> value) => new(ScalarMath.Sqrt(value._value));

    public static ScalarLanes<T> Exp(ScalarLanes<T> value) => new(ScalarMath.Exp(value._value));

    public static ScalarLanes<T> Log(ScalarLanes<T> value) => new(ScalarMath.Log(value._value));

    public static ScalarLanes<T> Tanh(ScalarLanes<T> value) => new(ScalarMath.Tanh(value._value));

    public static ScalarLanes<T> Sigmoid(ScalarLanes<T> value) => new(ScalarMath.Sigmoid(value._value));

    public static ScalarLanes<T> Power(ScalarLanes<T> value, ScalarLanes<T> exponent) => new(ScalarMath.Power(value._value, exponent._value));

    public static ScalarLanes<T> Map<TFunction>(ScalarLanes<T> value)
        where TFunction : struct, IScalarFunction<T> => new(TFunction.Apply(value._value));

    public static ScalarLanes<T> Map<TFunction>(ScalarLanes<T> left, ScalarLanes<T> right)
        where TFunction : struct, IScalarPairFunction<T> => new(TFunction.Apply(left._value, right._value));

    public static T SumAcross(ScalarLanes<T> lanes) => lanes._value;

    public static T MaxAcross(ScalarLanes<T> lanes) => lanes._value;

    public static ScalarLanes<T> LoadFirst(T* source, int count, T padding) => new(count == 0 ? padding : *source);

    public static void StoreFirst(ScalarLanes<T> lanes, T* destination, int count)
    {
        if (count > 0)
            *destination = lanes._value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ScalarLanes<T> Mask(bool isSet) => new(isSet ? T.One : T.Zero);
}
