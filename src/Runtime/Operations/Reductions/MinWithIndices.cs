using System.Numerics;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Sorting;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The smallest element along a dimension, and where it is.</summary>
    /// <remarks>
    /// Of elements that tie it is the first, which gets the whole gradient; <see cref="Min{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/> shares it.
    /// A NaN is the result where there is one.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with the size 1.</param>
    /// <returns>The elements, and where along the dimension they were.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range or empty.</exception>
    [Operation(typeof(MinWithIndicesOperation<>), Saves = Saved.Result)]
    [return: Shapes("reduce(nonempty(x, dim), dim, keepDims)", "reduce(nonempty(x, dim), dim, keepDims)")]
    public static (Tensor<T> Values, Tensor<long> Indices) MinWithIndices<T>(Tensor<T> x, int dim, bool keepDims = false)
        where T : unmanaged, INumber<T> => Eager.RunPair<MinWithIndicesOperation<T>, T, T, long>(new MinWithIndicesOperation<T>(dim, keepDims), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.MinWithIndices{T}"/>
        [FormOf(typeof(Ops), nameof(Ops.MinWithIndices))]
        public (Tensor<T> Values, Tensor<long> Indices) MinWithIndices(int dim, bool keepDims = false) => Ops.MinWithIndices(x, dim, keepDims);
    }
}

/// <summary>Takes the first of the smallest elements of rows; the cotangent goes back to where it was.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension.</param>
/// <param name="keepDims">Whether the dimension stays.</param>
public readonly struct MinWithIndicesOperation<T>(int dim, bool keepDims) : IPairOperation<T, T, long>, IRecordedPairPullback<T, T, long>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.MinWithIndices));

    /// <inheritdoc/>
    public (Shape First, Shape Second) ResultShapes(Shape input) =>
        Extreme.TryComputeShape(input, [dim], keepDims, out Shape shape) ? (shape, shape) : throw Contract.Refuse(input, dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<long> second) =>
        SortedRows.First<MinFold<T>, T>(input, dim, first, second);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent, TensorView<long> secondCotangent, TensorView<T> input, TensorView<T> first, TensorView<long> second, TensorView<T> inputCotangent) =>
        SortedRows.Pullback(firstCotangent, second, dim, inputCotangent);

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(
        Tensor<T>? firstCotangent, Tensor<long>? secondCotangent, Shape shape, Tensor<T>? input, Tensor<T>? first, Tensor<long>? second) =>
        ReducedShape.Scatter(ReducedShape.Restore(firstCotangent!, shape, [dim]), ReducedShape.Restore(second!, shape, [dim]), shape, dim);
}
