using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Conversions;

/// <summary>A function from elements of one type to elements of another.</summary>
internal interface IConversion<TSource, TResult>
{
    static abstract TResult Convert(TSource value);
}

/// <summary>C#'s unchecked conversion between numbers.</summary>
internal readonly struct NumberToNumber<TSource, TResult> : IConversion<TSource, TResult>
    where TSource : INumber<TSource>
    where TResult : INumber<TResult>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Convert(TSource value) => TResult.CreateTruncating(value);
}

/// <summary>Whether a number is not 0.</summary>
internal readonly struct NumberToTruth<TSource> : IConversion<TSource, bool>
    where TSource : INumber<TSource>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Convert(TSource value) => value != TSource.Zero;
}

/// <summary>The nearest <see cref="BFloat16"/>.</summary>
internal readonly struct NumberToBFloat16<TSource> : IConversion<TSource, BFloat16>
    where TSource : INumber<TSource>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BFloat16 Convert(TSource value) =>
        typeof(TSource) == typeof(float) ? (BFloat16)float.CreateTruncating(value) : (BFloat16)double.CreateTruncating(value);
}

/// <summary>A <see cref="BFloat16"/> as it is.</summary>
internal readonly struct SameBFloat16 : IConversion<BFloat16, BFloat16>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BFloat16 Convert(BFloat16 value) => value;
}

/// <summary>The conversion of the <see cref="float"/> with the value of a <see cref="BFloat16"/>.</summary>
internal readonly struct BFloat16To<TConversion, TResult> : IConversion<BFloat16, TResult>
    where TConversion : struct, IConversion<float, TResult>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TResult Convert(BFloat16 value) => TConversion.Convert(value);
}

/// <summary>Converts between views of any strides.</summary>
internal static class ElementConversion
{
    /// <summary>Writes every element of the destination.</summary>
    /// <param name="source">The source, broadcast to the destination's shape.</param>
    /// <param name="destination">The destination. It must not overlap the source.</param>
    public static void Run<TConversion, TSource, TResult>(TensorView<TSource> source, TensorView<TResult> destination)
        where TConversion : struct, IConversion<TSource, TResult>
        where TSource : unmanaged
        where TResult : unmanaged
    {
        if (destination.ElementCount == 0)
            return;
        int rank = destination.Rank;
        var nest = new LoopNest(destination.Sizes, 2, stackalloc int[LoopNest.MemoryFor(rank, 2)]);
        nest.SetOperand(0, source.Sizes, source.Strides);
        nest.SetOperand(1, destination.Sizes, destination.Strides);
        nest.Merge();

        var rows = new RowPairs(nest, stackalloc int[nest.Rank]);
        nint sourceStride = nest.StridesOf(0)[^1], destinationStride = nest.StridesOf(1)[^1];
        do
        {
            ref TSource from = ref Unsafe.Add(ref source.First, rows.FirstOffset);
            ref TResult to = ref Unsafe.Add(ref destination.First, rows.SecondOffset);
            for (nint i = 0; i < nest.InnerSize; i++)
                Unsafe.Add(ref to, i * destinationStride) = TConversion.Convert(Unsafe.Add(ref from, i * sourceStride));
        }
        while (rows.MoveNext());
    }
}
