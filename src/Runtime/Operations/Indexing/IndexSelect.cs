using System.Numerics;
using TypedTensors.Kernels.Indexing;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Takes slices along a dimension, in any order and as often as wanted: <c>result[i] = x[index[i]]</c> for the first dimension.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of rank 1 or more.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="index">Which slices, counted from 0. A slice that is taken more than once gets the sum of the gradients.</param>
    /// <returns>A new tensor with as many slices as the index has elements.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or the index is not a vector.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the dimension.</exception>
    [Operation(typeof(IndexSelectOperation<,>), Saves = Saved.Inputs, Linearity = Linearity.Together)]
    [return: Shape("replace(x, dim, size(index, 0))")]
    public static Tensor<T> IndexSelect<T>(Tensor<T> x, int dim, [Shape("_")] Tensor<int> index)
        where T : unmanaged => Eager.Run<IndexSelectOperation<T, int>, T, int, T>(new IndexSelectOperation<T, int>(dim), x, index);

    /// <inheritdoc cref="IndexSelect{T}(Tensor{T}, int, Tensor{int})"/>
    [FormOf(typeof(Ops), nameof(IndexSelect))]
    public static Tensor<T> IndexSelect<T>(Tensor<T> x, int dim, Tensor<long> index)
        where T : unmanaged => Eager.Run<IndexSelectOperation<T, long>, T, long, T>(new IndexSelectOperation<T, long>(dim), x, index);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.IndexSelect{T}(Tensor{T}, int, Tensor{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.IndexSelect))]
        public Tensor<T> IndexSelect(int dim, Tensor<int> index) => Ops.IndexSelect(x, dim, index);

        /// <inheritdoc cref="Ops.IndexSelect{T}(Tensor{T}, int, Tensor{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.IndexSelect))]
        public Tensor<T> IndexSelect(int dim, Tensor<long> index) => Ops.IndexSelect(x, dim, index);
    }
}

/// <summary>Copies slices.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The integer type of the index.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct IndexSelectOperation<T, TIndex>(int dim) : IOperation<T, TIndex, T>
    where T : unmanaged
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.IndexSelect));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right)
    {
        if (!Axes.TryResolve(dim, left.Rank, out int axis) || right.Rank != 1)
            throw Contract.Refuse(left, dim, right);
        int[] sizes = left.Sizes.ToArray();
        sizes[axis] = right[0];
        return new Shape(sizes);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<TIndex> right, TensorView<T> result)
    {
        using ElementList<TIndex> index = new(right);
        IndexedSlices.Copy(Contract.Name, left, dim < 0 ? dim + left.Rank : dim, index.Values, result);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent, TensorView<T> left, TensorView<TIndex> right, TensorView<T> result, TensorView<T> leftCotangent, TensorView<TIndex> rightCotangent)
    {
        using ElementList<TIndex> index = new(right);
        IndexedSlices.Pullback(cotangent, dim < 0 ? dim + cotangent.Rank : dim, index.Values, skipped: -1, leftCotangent);
    }
}
