using System.Numerics;
using TypedTensors.Kernels.Sorting;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The largest elements along a dimension, the largest first; or the smallest, the smallest first.</summary>
    /// <remarks>Of elements that are equal the earlier one comes first. NaN counts as larger than every number. The gradient goes back to where an element was.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="k">How many elements.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="largest">Whether the largest are wanted, not the smallest.</param>
    /// <returns>The elements, and where along the dimension they were.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or has less than <paramref name="k"/> elements, or that is negative.</exception>
    [Operation(typeof(TopKOperation<>), Saves = Saved.Result)]
    [return: Shapes("take(x, dim, k)", "take(x, dim, k)")]
    public static (Tensor<T> Values, Tensor<long> Indices) TopK<T>(Tensor<T> x, int k, int dim = -1, bool largest = true)
        where T : unmanaged, INumber<T> => Eager.RunPair<TopKOperation<T>, T, T, long>(new TopKOperation<T>(k, dim, largest), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.TopK{T}"/>
        [FormOf(typeof(Ops), nameof(Ops.TopK))]
        public (Tensor<T> Values, Tensor<long> Indices) TopK(int k, int dim = -1, bool largest = true) => Ops.TopK(x, k, dim, largest);
    }
}

/// <summary>Keeps the first elements of sorted rows; the cotangent goes back to where an element was.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="k">How many elements.</param>
/// <param name="dim">The dimension.</param>
/// <param name="largest">Whether the largest are wanted, not the smallest.</param>
public readonly struct TopKOperation<T>(int k, int dim, bool largest) : IPairOperation<T, T, long>, IRecordedPairPullback<T, T, long>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.TopK));

    /// <inheritdoc/>
    public (Shape First, Shape Second) ResultShapes(Shape input)
    {
        if (!Axes.TryResolve(dim, input.Rank, out int axis) || k > input[axis] || k < 0)
            throw Contract.Refuse(input, k, dim, largest);
        int[] sizes = input.Sizes.ToArray();
        sizes[axis] = k;
        return (new Shape(sizes), new Shape(sizes));
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<long> second) =>
        SortedRows.Sort(input, dim, largest, first, second);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent, TensorView<long> secondCotangent, TensorView<T> input, TensorView<T> first, TensorView<long> second, TensorView<T> inputCotangent) =>
        SortedRows.Pullback(firstCotangent, second, dim, inputCotangent);

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(
        Tensor<T>? firstCotangent, Tensor<long>? secondCotangent, Shape shape, Tensor<T>? input, Tensor<T>? first, Tensor<long>? second) =>
        ReducedShape.Scatter(firstCotangent!, second!, shape, dim);
}
