using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>Elementary functions of one element of any numeric type; types other than float and double go through double.</summary>
internal static class ScalarMath
{
    public static T Sqrt<T>(T value)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? From<float, T>(MathF.Sqrt(To<float, T>(value)))
        : T.CreateTruncating(Math.Sqrt(double.CreateTruncating(value)));

    public static T Exp<T>(T value)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? From<float, T>(MathF.Exp(To<float, T>(value)))
        : T.CreateTruncating(Math.Exp(double.CreateTruncating(value)));

    public static T Log<T>(T value)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? From<float, T>(MathF.Log(To<float, T>(value)))
        : T.CreateTruncating(Math.Log(double.CreateTruncating(value)));

    public static T Tanh<T>(T value)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? From<float, T>(MathF.Tanh(To<float, T>(value)))
        : T.CreateTruncating(Math.Tanh(double.CreateTruncating(value)));

    public static T Sigmoid<T>(T value)
        where T : unmanaged, INumber<T>
    {
        double x = double.CreateTruncating(value);
        double decay = Math.Exp(-Math.Abs(x));
        return T.CreateTruncating((x < 0 ? decay : 1) / (1 + decay));
    }

    public static T Floor<T>(T value)
        where T : unmanaged, INumber<T> => T.IsInteger(value) ? value : T.CreateTruncating(Math.Floor(double.CreateTruncating(value)));

    /// <summary>The nearest whole number, the even one of two as near.</summary>
    public static T Round<T>(T value)
        where T : unmanaged, INumber<T> => T.IsInteger(value) ? value : T.CreateTruncating(Math.Round(double.CreateTruncating(value)));

    /// <summary>The power. The exponents 1 and 2, which the gradient of a square needs, are exact and fast.</summary>
    public static T Power<T>(T value, T exponent)
        where T : unmanaged, INumber<T> =>
        exponent == T.One + T.One ? value * value
        : exponent == T.One ? value
        : typeof(T) == typeof(float) ? From<float, T>(MathF.Pow(To<float, T>(value), To<float, T>(exponent)))
        : T.CreateTruncating(Math.Pow(double.CreateTruncating(value), double.CreateTruncating(exponent)));

    public static T MultiplyAdd<T>(T left, T right, T addend)
        where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? From<float, T>(float.MultiplyAddEstimate(To<float, T>(left), To<float, T>(right), To<float, T>(addend)))
        : typeof(T) == typeof(double) ? From<double, T>(double.MultiplyAddEstimate(To<double, T>(left), To<double, T>(right), To<double, T>(addend)))
        : (left * right) + addend;

    private static TTo To<TTo, T>(T value)
        where TTo : unmanaged
        where T : unmanaged => Unsafe.BitCast<T, TTo>(value);

    private static T From<TFrom, T>(TFrom value)
        where TFrom : unmanaged
        where T : unmanaged => Unsafe.BitCast<TFrom, T>(value);
}
