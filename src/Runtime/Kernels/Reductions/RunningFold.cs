using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Normalization;

namespace TypedTensors.Kernels.Reductions;

/// <summary>Replaces each element of a row by the combination of all up to it. What is narrower than a double is combined in doubles.</summary>
internal static class RunningFold
{
    /// <summary>Running sums, in place.</summary>
    /// <param name="elements">The rows.</param>
    /// <param name="rows">Where they are.</param>
    /// <param name="fromTheEnd">Whether the sums are of what follows.</param>
    public static void Sum<T>(Span<T> elements, Rows rows, bool fromTheEnd)
        where T : unmanaged, INumber<T>
    {
        if (IsNarrow<T>())
            Run<SumFold<double>, double, T>(elements, rows, fromTheEnd);
        else
            Run<SumFold<T>, T, T>(elements, rows, fromTheEnd);
    }

    /// <summary>Running products, in place.</summary>
    /// <param name="elements">The rows.</param>
    /// <param name="rows">Where they are.</param>
    public static void Product<T>(Span<T> elements, Rows rows)
        where T : unmanaged, INumber<T>
    {
        if (IsNarrow<T>())
            Run<ProductFold<double>, double, T>(elements, rows, fromTheEnd: false);
        else
            Run<ProductFold<T>, T, T>(elements, rows, fromTheEnd: false);
    }

    /// <summary>The cotangent of the argument of running products, in the place of that of the result.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="result">The running products.</param>
    /// <param name="cotangent">The cotangent of the result, which becomes that of the argument.</param>
    /// <param name="rows">Where the rows are.</param>
    public static void ProductPullback<T>(ReadOnlySpan<T> input, ReadOnlySpan<T> result, Span<T> cotangent, Rows rows)
        where T : unmanaged, INumber<T>
    {
        if (IsNarrow<T>())
            ProductPullback<double, T>(input, result, cotangent, rows);
        else
            ProductPullback<T, T>(input, result, cotangent, rows);
    }

    private static bool IsNarrow<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(Half);

    private static void Run<TFold, TWide, T>(Span<T> elements, Rows rows, bool fromTheEnd)
        where TFold : struct, IFold<TWide>
        where TWide : unmanaged, INumber<TWide>
        where T : unmanaged, INumber<T>
    {
        int inner = rows.Inner;
        if (inner == 1)
        {
            AlongRows<TFold, TWide, T>(elements, rows, fromTheEnd);
            return;
        }

        TWide[] memory = ArrayPool<TWide>.Shared.Rent(inner);
        Span<TWide> totals = memory.AsSpan(0, inner);
        for (int outer = 0; outer < rows.Outer; outer++)
        {
            totals.Fill(TFold.Empty);
            Span<T> block = elements.Slice(outer * rows.Length * inner, rows.Length * inner);
            for (int i = 0; i < rows.Length; i++)
            {
                Span<T> slice = block.Slice((fromTheEnd ? rows.Length - 1 - i : i) * inner, inner);
                for (int j = 0; j < slice.Length; j++)
                {
                    totals[j] = TFold.Combine(totals[j], TWide.CreateTruncating(slice[j]));
                    slice[j] = T.CreateTruncating(totals[j]);
                }
            }
        }

        ArrayPool<TWide>.Shared.Return(memory);
    }

    // Four rows at a time: one waits for its own last total in every step.
    private static void AlongRows<TFold, TWide, T>(Span<T> elements, Rows rows, bool fromTheEnd)
        where TFold : struct, IFold<TWide>
        where TWide : unmanaged, INumber<TWide>
        where T : unmanaged, INumber<T>
    {
        int length = rows.Length;
        int row = 0;
        for (; row <= rows.Outer - 4; row += 4)
        {
            Span<T> first = elements.Slice(row * length, length), second = elements.Slice((row + 1) * length, length);
            Span<T> third = elements.Slice((row + 2) * length, length), fourth = elements.Slice((row + 3) * length, length);
            TWide a = TFold.Empty, b = TFold.Empty, c = TFold.Empty, d = TFold.Empty;
            for (int i = 0; i < length; i++)
            {
                int at = fromTheEnd ? length - 1 - i : i;
                Step<TFold, TWide, T>(ref a, ref first[at]);
                Step<TFold, TWide, T>(ref b, ref second[at]);
                Step<TFold, TWide, T>(ref c, ref third[at]);
                Step<TFold, TWide, T>(ref d, ref fourth[at]);
            }
        }

        for (; row < rows.Outer; row++)
        {
            Span<T> only = elements.Slice(row * length, length);
            TWide total = TFold.Empty;
            for (int i = 0; i < length; i++)
                Step<TFold, TWide, T>(ref total, ref only[fromTheEnd ? length - 1 - i : i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step<TFold, TWide, T>(ref TWide total, ref T element)
        where TFold : struct, IFold<TWide>
        where TWide : unmanaged, INumber<TWide>
        where T : unmanaged, INumber<T>
    {
        total = TFold.Combine(total, TWide.CreateTruncating(element));
        element = T.CreateTruncating(total);
    }

    // The cotangent of x[k] is what comes before it times s[k], where s[k] = cotangent[k] + x[k + 1] s[k + 1]. Nothing is divided, so zeros do no harm.
    private static void ProductPullback<TWide, T>(ReadOnlySpan<T> input, ReadOnlySpan<T> result, Span<T> cotangent, Rows rows)
        where TWide : unmanaged, INumber<TWide>
        where T : unmanaged, INumber<T>
    {
        int inner = rows.Inner;
        TWide[] memory = ArrayPool<TWide>.Shared.Rent(inner);
        Span<TWide> sums = memory.AsSpan(0, inner);
        for (int outer = 0; outer < rows.Outer; outer++)
        {
            for (int i = rows.Length - 1; i >= 0; i--)
            {
                int start = ((outer * rows.Length) + i) * inner;
                for (int j = 0; j < inner; j++)
                {
                    int at = start + j;
                    TWide sum = TWide.CreateTruncating(cotangent[at]);
                    if (i < rows.Length - 1)
                        sum += TWide.CreateTruncating(input[at + inner]) * sums[j];
                    sums[j] = sum;
                    cotangent[at] = T.CreateTruncating(i == 0 ? sum : TWide.CreateTruncating(result[at - inner]) * sum);
                }
            }
        }

        ArrayPool<TWide>.Shared.Return(memory);
    }
}
