using System.Numerics;
using TypedTensors.Kernels.Sorting;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The elements sorted along a dimension.</summary>
    /// <remarks>Elements that are equal keep their order. NaN counts as larger than every number. The gradient goes back to where an element was.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The elements.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="descending">Whether the largest comes first.</param>
    /// <returns>The elements, and where along the dimension they were.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(SortOperation<>), Saves = Saved.Result)]
    [return: Shapes("axes(x, dim)", "axes(x, dim)")]
    public static (Tensor<T> Values, Tensor<long> Indices) Sort<T>(Tensor<T> x, int dim = -1, bool descending = false)
        where T : unmanaged, INumber<T> => Eager.RunPair<SortOperation<T>, T, T, long>(new SortOperation<T>(dim, descending), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Sort{T}"/>
        [FormOf(typeof(Ops), nameof(Ops.Sort))]
        public (Tensor<T> Values, Tensor<long> Indices) Sort(int dim = -1, bool descending = false) => Ops.Sort(x, dim, descending);
    }
}

/// <summary>Sorts rows; the cotangent goes back to where an element was.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension.</param>
/// <param name="descending">Whether the largest comes first.</param>
public readonly struct SortOperation<T>(int dim, bool descending) : IPairOperation<T, T, long>, IRecordedPairPullback<T, T, long>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Sort));

    /// <inheritdoc/>
    public (Shape First, Shape Second) ResultShapes(Shape input) =>
        Axes.TryMark([dim], stackalloc bool[input.Rank]) ? (input, input) : throw Contract.Refuse(input, dim, descending);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> first, TensorView<long> second) =>
        SortedRows.Sort(input, dim, descending, first, second);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> firstCotangent, TensorView<long> secondCotangent, TensorView<T> input, TensorView<T> first, TensorView<long> second, TensorView<T> inputCotangent) =>
        SortedRows.Pullback(firstCotangent, second, dim, inputCotangent);

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(
        Tensor<T>? firstCotangent, Tensor<long>? secondCotangent, Shape shape, Tensor<T>? input, Tensor<T>? first, Tensor<long>? second) =>
        ReducedShape.Scatter(firstCotangent!, second!, shape, dim);
}
