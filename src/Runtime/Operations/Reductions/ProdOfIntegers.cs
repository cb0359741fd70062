using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

// A product of ints is a long, so that it does not wrap around at 2^31.
public static partial class Ops
{
    /// <summary>Multiplies over dimensions; the product of ints is a long.</summary>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to multiply over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [FormOf(typeof(Ops), nameof(Prod))]
    public static Tensor<long> Prod(Tensor<int> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<ProdOfIntegersOperation, int, long>(new ProdOfIntegersOperation(dim, keepDims), x);

    /// <inheritdoc cref="Prod(Tensor{int}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to multiply over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Prod))]
    public static Tensor<long> Prod(Tensor<int> x, int dim, bool keepDims = false) => Prod(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension(Tensor<int> x)
    {
        /// <inheritdoc cref="Ops.Prod(Tensor{int}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Prod))]
        public Tensor<long> Prod(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Prod(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Prod(Tensor{int}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Prod))]
        public Tensor<long> Prod(int dim, bool keepDims = false) => Ops.Prod(x, dim, keepDims);
    }
}

/// <summary>Multiplies ints in longs.</summary>
/// <param name="dim">The dimensions to multiply over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct ProdOfIntegersOperation(ReadOnlySpan<int> dim, bool keepDims) : IOperation<int, long>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract => ProdOperation<long>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => new ProdOperation<long>(_dim, keepDims).ResultShape(input);

    /// <inheritdoc/>
    public void Forward(TensorView<int> input, TensorView<long> result)
    {
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[input.Rank]);
        TensorView<long> places = ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[input.Rank]);
        WidenedReduction.Run<ProductFold<long>, int>(input, places, result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<long> cotangent, TensorView<int> input, TensorView<long> result, TensorView<int> inputCotangent) =>
        throw new NotSupportedException("Integers have no gradient.");
}
