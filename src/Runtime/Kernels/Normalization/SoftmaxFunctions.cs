using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Normalization;

// The element-wise steps of the softmax family. One of the operands has one value for each row and is repeated along it.

/// <summary>first - second.</summary>
internal readonly struct Difference<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first - second;
}

/// <summary>(first - second) - fourth, in this order, so that a large second does not hide the fourth.</summary>
internal readonly struct LogProbability<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first - second - fourth;
}

/// <summary>exp(first - second).</summary>
internal readonly struct ExpOfDifference<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Exp(first - second);
}

/// <summary>first * second.</summary>
internal readonly struct Product<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first * second;
}

/// <summary>first * second, both elements of rows.</summary>
internal readonly struct ProductOfRows<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first * second;
}

/// <summary>first / second.</summary>
internal readonly struct Quotient<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first / second;
}

/// <summary>log(first).</summary>
internal readonly struct Logarithm<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Log(first);
}

/// <summary>The pullback of softmax: result * (cotangent - sum of cotangent * result). Operands: cotangent, result, sum.</summary>
internal readonly struct SoftmaxCotangent<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => second * (first - third);
}

/// <summary>The pullback of log-softmax: cotangent - exp(result) * sum of the cotangent. Operands: cotangent, result, sum.</summary>
internal readonly struct LogSoftmaxCotangent<T> : IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first - (TLanes.Exp(second) * third);
}
