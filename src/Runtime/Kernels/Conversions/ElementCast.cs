using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Conversions;

/// <summary>
/// Conversion between any two of the element types that are numbers or truth values. Which pair it is, is known when the code is compiled: of the chains below
/// one branch is left.
/// </summary>
internal static class ElementCast
{
    /// <summary>Writes every element of the destination.</summary>
    /// <param name="source">The source, broadcast to the destination's shape.</param>
    /// <param name="destination">The destination. It must not overlap the source.</param>
    /// <exception cref="NotSupportedException">One of the types is neither.</exception>
    public static void Run<TSource, TResult>(TensorView<TSource> source, TensorView<TResult> destination)
        where TSource : unmanaged
        where TResult : unmanaged
    {
        if (typeof(TSource) == typeof(bool))
            From(As<TSource, byte>(ref source), destination);
        else if (typeof(TSource) == typeof(byte))
            From(As<TSource, byte>(ref source), destination);
        else if (typeof(TSource) == typeof(sbyte))
            From(As<TSource, sbyte>(ref source), destination);
        else if (typeof(TSource) == typeof(short))
            From(As<TSource, short>(ref source), destination);
        else if (typeof(TSource) == typeof(ushort))
            From(As<TSource, ushort>(ref source), destination);
        else if (typeof(TSource) == typeof(int))
            From(As<TSource, int>(ref source), destination);
        else if (typeof(TSource) == typeof(uint))
            From(As<TSource, uint>(ref source), destination);
        else if (typeof(TSource) == typeof(long))
            From(As<TSource, long>(ref source), destination);
        else if (typeof(TSource) == typeof(ulong))
            From(As<TSource, ulong>(ref source), destination);
        else if (typeof(TSource) == typeof(Half))
            From(As<TSource, Half>(ref source), destination);
        else if (typeof(TSource) == typeof(BFloat16))
            FromBFloat16(As<TSource, BFloat16>(ref source), destination);
        else if (typeof(TSource) == typeof(float))
            From(As<TSource, float>(ref source), destination);
        else if (typeof(TSource) == typeof(double))
            From(As<TSource, double>(ref source), destination);
        else
            throw NoConversion<TSource, TResult>();
    }

    private static void From<TSource, TResult>(TensorView<TSource> source, TensorView<TResult> destination)
        where TSource : unmanaged, INumber<TSource>
        where TResult : unmanaged
    {
        if (typeof(TResult) == typeof(bool))
            ElementConversion.Run<NumberToTruth<TSource>, TSource, bool>(source, As<TResult, bool>(ref destination));
        else if (typeof(TResult) == typeof(byte))
            ElementConversion.Run<NumberToNumber<TSource, byte>, TSource, byte>(source, As<TResult, byte>(ref destination));
        else if (typeof(TResult) == typeof(sbyte))
            ElementConversion.Run<NumberToNumber<TSource, sbyte>, TSource, sbyte>(source, As<TResult, sbyte>(ref destination));
        else if (typeof(TResult) == typeof(short))
            ElementConversion.Run<NumberToNumber<TSource, short>, TSource, short>(source, As<TResult, short>(ref destination));
        else if (typeof(TResult) == typeof(ushort))
            ElementConversion.Run<NumberToNumber<TSource, ushort>, TSource, ushort>(source, As<TResult, ushort>(ref destination));
        else if (typeof(TResult) == typeof(int))
            ElementConversion.Run<NumberToNumber<TSource, int>, TSource, int>(source, As<TResult, int>(ref destination));
        else if (typeof(TResult) == typeof(uint))
            ElementConversion.Run<NumberToNumber<TSource, uint>, TSource, uint>(source, As<TResult, uint>(ref destination));
        else if (typeof(TResult) == typeof(long))
            ElementConversion.Run<NumberToNumber<TSource, long>, TSource, long>(source, As<TResult, long>(ref destination));
        else if (typeof(TResult) == typeof(ulong))
            ElementConversion.Run<NumberToNumber<TSource, ulong>, TSource, ulong>(source, As<TResult, ulong>(ref destination));
        else if (typeof(TResult) == typeof(Half))
            ElementConversion.Run<NumberToNumber<TSource, Half>, TSource, Half>(source, As<TResult, Half>(ref destination));
        else if (typeof(TResult) == typeof(BFloat16))
            ElementConversion.Run<NumberToBFloat16<TSource>, TSource, BFloat16>(source, As<TResult, BFloat16>(ref destination));
        else if (typeof(TResult) == typeof(float))
            ElementConversion.Run<NumberToNumber<TSource, float>, TSource, float>(source, As<TResult, float>(ref destination));
        else if (typeof(TResult) == typeof(double))
            ElementConversion.Run<NumberToNumber<TSource, double>, TSource, double>(source, As<TResult, double>(ref destination));
        else
            throw NoConversion<TSource, TResult>();
    }

    // It has no arithmetic, so that its conversions are not those of number types: by way of float, which loses nothing.
    private static void FromBFloat16<TResult>(TensorView<BFloat16> source, TensorView<TResult> destination)
        where TResult : unmanaged
    {
        if (typeof(TResult) == typeof(BFloat16))
            ElementConversion.Run<SameBFloat16, BFloat16, BFloat16>(source, As<TResult, BFloat16>(ref destination));
        else if (typeof(TResult) == typeof(bool))
            ElementConversion.Run<BFloat16To<NumberToTruth<float>, bool>, BFloat16, bool>(source, As<TResult, bool>(ref destination));
        else if (typeof(TResult) == typeof(byte))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, byte>, byte>, BFloat16, byte>(source, As<TResult, byte>(ref destination));
        else if (typeof(TResult) == typeof(sbyte))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, sbyte>, sbyte>, BFloat16, sbyte>(source, As<TResult, sbyte>(ref destination));
        else if (typeof(TResult) == typeof(short))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, short>, short>, BFloat16, short>(source, As<TResult, short>(ref destination));
        else if (typeof(TResult) == typeof(ushort))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, ushort>, ushort>, BFloat16, ushort>(source, As<TResult, ushort>(ref destination));
        else if (typeof(TResult) == typeof(int))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, int>, int>, BFloat16, int>(source, As<TResult, int>(ref destination));
        else if (typeof(TResult) == typeof(uint))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, uint>, uint>, BFloat16, uint>(source, As<TResult, uint>(ref destination));
        else if (typeof(TResult) == typeof(long))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, long>, long>, BFloat16, long>(source, As<TResult, long>(ref destination));
        else if (typeof(TResult) == typeof(ulong))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, ulong>, ulong>, BFloat16, ulong>(source, As<TResult, ulong>(ref destination));
        else if (typeof(TResult) == typeof(Half))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, Half>, Half>, BFloat16, Half>(source, As<TResult, Half>(ref destination));
        else if (typeof(TResult) == typeof(float))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, float>, float>, BFloat16, float>(source, As<TResult, float>(ref destination));
        else if (typeof(TResult) == typeof(double))
            ElementConversion.Run<BFloat16To<NumberToNumber<float, double>, double>, BFloat16, double>(source, As<TResult, double>(ref destination));
        else
            throw NoConversion<BFloat16, TResult>();
    }

    private static TensorView<TTo> As<TFrom, TTo>(ref TensorView<TFrom> view)
        where TFrom : unmanaged
        where TTo : unmanaged => Unsafe.As<TensorView<TFrom>, TensorView<TTo>>(ref view);

    private static NotSupportedException NoConversion<TSource, TResult>() =>
        new($"Cast: there is no conversion from {typeof(TSource).Name} to {typeof(TResult).Name} elements.");
}
