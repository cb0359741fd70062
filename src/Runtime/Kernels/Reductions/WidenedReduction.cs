using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Reduces integers of up to 32 bits, and truth values as 0 and 1, in longs.</summary>
internal static class WidenedReduction
{
    /// <summary>Reduces.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="places">The result, repeated to the argument's shape: it has one place for each element.</param>
    /// <param name="result">The elements of the result.</param>
    public static void Run<TFold, TSource>(TensorView<TSource> input, TensorView<long> places, Span<long> result)
        where TFold : struct, IFold<long>
        where TSource : unmanaged
    {
        result.Fill(TFold.Empty);
        if (input.ElementCount == 0)
            return;
        PositionWalk walk = new(input.Sizes, input.Strides, places.Strides, stackalloc int[input.Rank]);
        do
        {
            ref long value = ref result[(int)walk.Second];
            value = TFold.Combine(value, Widen(input.Buffer[(int)walk.First]));
        }
        while (walk.MoveNext());
    }

    /// <summary>Copies integers as longs.</summary>
    /// <param name="input">The integers.</param>
    /// <param name="result">The longs, row-major.</param>
    public static void Copy<TSource>(TensorView<TSource> input, Span<long> result)
        where TSource : unmanaged
    {
        if (result.IsEmpty)
            return;
        PositionWalk walk = new(input.Sizes, input.Strides, input.Strides, stackalloc int[input.Rank]);
        int i = 0;
        do
            result[i++] = Widen(input.Buffer[(int)walk.First]);
        while (walk.MoveNext());
    }

    // The type is known when the code is compiled: one branch is left.
    private static long Widen<TSource>(TSource value)
        where TSource : unmanaged =>
        typeof(TSource) == typeof(int) ? Unsafe.BitCast<TSource, int>(value)
        : typeof(TSource) == typeof(short) ? Unsafe.BitCast<TSource, short>(value)
        : typeof(TSource) == typeof(sbyte) ? Unsafe.BitCast<TSource, sbyte>(value)
        : typeof(TSource) == typeof(byte) || typeof(TSource) == typeof(bool) ? Unsafe.BitCast<TSource, byte>(value)
        : throw new NotSupportedException($"{typeof(TSource).Name} is not an integer type of up to 32 bits.");
}
