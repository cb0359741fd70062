using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

// A sum of small integers is a long, so that it does not wrap around at the end of their own type; a sum of truth values counts those that are true.
public static partial class Ops
{
    /// <summary>Sums over dimensions; the sum of ints, shorts, sbytes and bytes is a long, that of truth values the number of those that are true.</summary>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to sum over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<int> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<SumOfIntegersOperation<int>, int, long>(new SumOfIntegersOperation<int>(dim, keepDims), x);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<int> x, int dim, bool keepDims = false) => Sum(x, [dim], keepDims);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<short> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<SumOfIntegersOperation<short>, short, long>(new SumOfIntegersOperation<short>(dim, keepDims), x);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<short> x, int dim, bool keepDims = false) => Sum(x, [dim], keepDims);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<sbyte> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<SumOfIntegersOperation<sbyte>, sbyte, long>(new SumOfIntegersOperation<sbyte>(dim, keepDims), x);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<sbyte> x, int dim, bool keepDims = false) => Sum(x, [dim], keepDims);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<byte> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<SumOfIntegersOperation<byte>, byte, long>(new SumOfIntegersOperation<byte>(dim, keepDims), x);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<byte> x, int dim, bool keepDims = false) => Sum(x, [dim], keepDims);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<bool> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<SumOfIntegersOperation<bool>, bool, long>(new SumOfIntegersOperation<bool>(dim, keepDims), x);

    /// <inheritdoc cref="Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Sum), Implementation = typeof(SumOfIntegersOperation<>))]
    public static Tensor<long> Sum(Tensor<bool> x, int dim, bool keepDims = false) => Sum(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension(Tensor<int> x)
    {
        /// <inheritdoc cref="Ops.Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Sum(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Sum(Tensor{int}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(int dim, bool keepDims = false) => Ops.Sum(x, dim, keepDims);
    }

    extension(Tensor<short> x)
    {
        /// <inheritdoc cref="Ops.Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Sum(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Sum(Tensor{int}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(int dim, bool keepDims = false) => Ops.Sum(x, dim, keepDims);
    }

    extension(Tensor<sbyte> x)
    {
        /// <inheritdoc cref="Ops.Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Sum(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Sum(Tensor{int}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(int dim, bool keepDims = false) => Ops.Sum(x, dim, keepDims);
    }

    extension(Tensor<byte> x)
    {
        /// <inheritdoc cref="Ops.Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Sum(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Sum(Tensor{int}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(int dim, bool keepDims = false) => Ops.Sum(x, dim, keepDims);
    }

    extension(Tensor<bool> x)
    {
        /// <inheritdoc cref="Ops.Sum(Tensor{int}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Sum(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Sum(Tensor{int}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum), Implementation = typeof(SumOfIntegersOperation<>))]
        public Tensor<long> Sum(int dim, bool keepDims = false) => Ops.Sum(x, dim, keepDims);
    }
}

/// <summary>Sums integers of up to 32 bits, or truth values as 0 and 1, in longs.</summary>
/// <typeparam name="T">The element type of the argument.</typeparam>
/// <param name="dim">The dimensions to sum over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct SumOfIntegersOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, long>
    where T : unmanaged
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract => SumOperation<long>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => new SumOperation<long>(_dim, keepDims).ResultShape(input);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<long> result)
    {
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[input.Rank]);
        TensorView<long> places = ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[input.Rank]);
        WidenedReduction.Run<SumFold<long>, T>(input, places, result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<long> cotangent, TensorView<T> input, TensorView<long> result, TensorView<T> inputCotangent) =>
        throw new NotSupportedException("Integers have no gradient.");
}
