using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Reductions;

/// <summary>The magnitudes of elements, and the signs that they leave.</summary>
internal static class Magnitudes
{
    /// <summary>|x|.</summary>
    public static TLanes Of<TLanes, T>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged => TLanes.Max(x, -x);

    /// <summary>1, -1 or 0; 0 for NaN as well.</summary>
    public static TLanes SignOf<TLanes, T>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged =>
        TLanes.Select(TLanes.Less(TLanes.Zero, x), TLanes.One, TLanes.Select(TLanes.Less(x, TLanes.Zero), -TLanes.One, TLanes.Zero));

    /// <summary>The largest or the smallest magnitude over dimensions that have elements.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="reduced">For each of its dimensions whether it is searched.</param>
    /// <param name="isLargest">Which is wanted.</param>
    /// <param name="result">The magnitudes, row-major; every element is written.</param>
    public static void Extreme<T>(TensorView<T> input, ReadOnlySpan<bool> reduced, bool isLargest, Span<T> result)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!isLargest)
        {
            Span<int> strides = stackalloc int[input.Rank];
            int count = Shape.RowMajorStrides(input.Sizes, strides);
            T[] magnitudes = ArrayPool<T>.Shared.Rent(count);
            TensorView<T> view = new(magnitudes.AsSpan(0, count), input.Sizes, strides);
            ElementwiseDriver.Run<Magnitude<T>, T, T, T>(input, default, default, default, view);
            ReductionDriver.Run<MinFold<T>, T>(view, reduced, result);
            ArrayPool<T>.Shared.Return(magnitudes);
            return;
        }

        // The largest magnitude is that of the largest element or of the smallest.
        T[] memory = ArrayPool<T>.Shared.Rent(result.Length);
        Span<T> smallest = memory.AsSpan(0, result.Length);
        ReductionDriver.Run<MaxFold<T>, T>(input, reduced, result);
        ReductionDriver.Run<MinFold<T>, T>(input, reduced, smallest);
        for (int i = 0; i < result.Length; i++)
            result[i] = T.Max(T.Abs(result[i]), T.Abs(smallest[i]));
        ArrayPool<T>.Shared.Return(memory);
    }
}

/// <summary>|first|.</summary>
internal readonly struct Magnitude<T> : ISummand<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 1;

    public static T Neutral(T statistic) => T.Zero;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => Magnitudes.Of<TLanes, T>(first);
}

/// <summary>first^2.</summary>
internal readonly struct Square<T> : ISummand<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 1;

    public static T Neutral(T statistic) => T.Zero;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first * first;
}

/// <summary>|first|^3.</summary>
internal readonly struct Cube<T> : ISummand<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 1;

    public static T Neutral(T statistic) => T.Zero;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => first * first * Magnitudes.Of<TLanes, T>(first);
}

/// <summary>One where the first is not zero.</summary>
internal readonly struct IsNonZero<T> : ISummand<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 1;

    public static T Neutral(T statistic) => T.Zero;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(first, TLanes.Zero), TLanes.Zero, TLanes.One);
}

/// <summary>|first|^second.</summary>
internal readonly struct MagnitudeToPower<T> : ISummand<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 2;

    public static T Neutral(T statistic) => statistic < T.Zero ? T.PositiveInfinity : T.Zero;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Power(Magnitudes.Of<TLanes, T>(first), second);
}

/// <summary>The second with the sign of the first, zero where that is zero.</summary>
internal readonly struct SignTimes<T> : IElementwiseKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 2;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => Magnitudes.SignOf<TLanes, T>(first) * second;
}

/// <summary>first / second third, zero where the second is zero: the cotangent of the argument of a Euclidean norm.</summary>
internal readonly struct PartOfEuclidean<T> : IElementwiseKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 3;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(second, TLanes.Zero), TLanes.Zero, first / second * third);
}

/// <summary>sign(first) (|first| / second)^fourth third, zero where the first or the second is zero: the cotangent of the argument of a norm.</summary>
internal readonly struct PartOfNorm<T> : IElementwiseKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static int Arity => 4;

    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T>
    {
        TLanes part = TLanes.Power(Magnitudes.Of<TLanes, T>(first) / second, fourth);
        TLanes value = Magnitudes.SignOf<TLanes, T>(first) * part * third;
        TLanes unlessNone = TLanes.Select(TLanes.Equal(second, TLanes.Zero), TLanes.Zero, value);
        return TLanes.Select(TLanes.Equal(first, TLanes.Zero), TLanes.Zero, unlessNone);
    }
}
