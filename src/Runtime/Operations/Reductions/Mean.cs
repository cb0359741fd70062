using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The arithmetic mean over dimensions. The mean of nothing is NaN.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to average over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(MeanOperation<>))]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> Mean<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<MeanOperation<T>, T, T>(new MeanOperation<T>(dim, keepDims), x);

    /// <inheritdoc cref="Mean{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to average over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Mean))]
    public static Tensor<T> Mean<T>(Tensor<T> x, int dim, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Mean(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Mean{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Mean))]
        public Tensor<T> Mean(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Mean(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Mean{T}(Tensor{T}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Mean))]
        public Tensor<T> Mean(int dim, bool keepDims = false) => Ops.Mean(x, dim, keepDims);
    }
}

/// <summary>Sums, then divides by the number of elements that fell on one result.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to average over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct MeanOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Mean));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[input.Rank]);
        ReductionDriver.Run<SumFold<T>, T>(input, reduced, result.Elements);
        Divide(result, Count(input.Sizes, reduced));
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        ReducedShape.Spread(cotangent, _dim, keepDims, inputCotangent);
        Divide(inputCotangent, Count(inputCotangent.Sizes, ReducedShape.Mark(_dim, stackalloc bool[inputCotangent.Rank])));
    }

    private static T Count(ReadOnlySpan<int> sizes, ReadOnlySpan<bool> reduced)
    {
        int count = 1;
        for (int axis = 0; axis < sizes.Length; axis++)
            count *= reduced[axis] ? sizes[axis] : 1;
        return T.CreateChecked(count);
    }

    private static void Divide(TensorView<T> values, T count) =>
        ElementwiseDriver.Run<Quotient<T>, T, T, T>(values, new TensorView<T>(new Span<T>(ref count), [], []), default, default, values);
}
