namespace TypedTensors.Kernels.Reductions;

/// <summary>Reduces ints in longs.</summary>
internal static class WidenedReduction
{
    /// <summary>Reduces.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="places">The result, repeated to the argument's shape: it has one place for each element.</param>
    /// <param name="result">The elements of the result.</param>
    public static void Run<TFold>(TensorView<int> input, TensorView<long> places, Span<long> result)
        where TFold : struct, IFold<long>
    {
        result.Fill(TFold.Empty);
        if (input.ElementCount == 0)
            return;
        PositionWalk walk = new(input.Sizes, input.Strides, places.Strides, stackalloc int[input.Rank]);
        do
        {
            ref long value = ref result[(int)walk.Second];
            value = TFold.Combine(value, input.Buffer[(int)walk.First]);
        }
        while (walk.MoveNext());
    }

    /// <summary>Copies ints as longs.</summary>
    /// <param name="input">The ints.</param>
    /// <param name="result">The longs, row-major.</param>
    public static void Copy(TensorView<int> input, Span<long> result)
    {
        if (result.IsEmpty)
            return;
        PositionWalk walk = new(input.Sizes, input.Strides, input.Strides, stackalloc int[input.Rank]);
        int i = 0;
        do
            result[i++] = input.Buffer[(int)walk.First];
        while (walk.MoveNext());
    }
}
