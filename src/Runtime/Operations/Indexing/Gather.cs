using System.Numerics;
using TypedTensors.Kernels.Indexing;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Takes for each position of an index the element whose coordinate along a dimension is the index there:
    /// <c>result[i, j] = x[i, index[i, j]]</c> for the last of two.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="index">
    /// Positions along the dimension, counted from 0. It has as many dimensions as <paramref name="x"/>, and along the others no more positions. An
    /// element that is taken more than once gets the sum of the gradients.
    /// </param>
    /// <returns>A new tensor of the shape of the index.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or the index does not lie within <paramref name="x"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the dimension.</exception>
    [Operation(typeof(GatherOperation<,>), Saves = Saved.Inputs, Linearity = Linearity.Together)]
    [return: Shape("within(index, x, dim)")]
    public static Tensor<T> Gather<T>(Tensor<T> x, int dim, Tensor<int> index)
        where T : unmanaged, INumber<T> => Eager.Run<GatherOperation<T, int>, T, int, T>(new GatherOperation<T, int>(dim), x, index);

    /// <inheritdoc cref="Gather{T}(Tensor{T}, int, Tensor{int})"/>
    [FormOf(typeof(Ops), nameof(Gather))]
    public static Tensor<T> Gather<T>(Tensor<T> x, int dim, Tensor<long> index)
        where T : unmanaged, INumber<T> => Eager.Run<GatherOperation<T, long>, T, long, T>(new GatherOperation<T, long>(dim), x, index);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Gather{T}(Tensor{T}, int, Tensor{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Gather))]
        public Tensor<T> Gather(int dim, Tensor<int> index) => Ops.Gather(x, dim, index);

        /// <inheritdoc cref="Ops.Gather{T}(Tensor{T}, int, Tensor{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Gather))]
        public Tensor<T> Gather(int dim, Tensor<long> index) => Ops.Gather(x, dim, index);
    }
}

/// <summary>Takes the elements that an index names.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The integer type of the index.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct GatherOperation<T, TIndex>(int dim) : IOperation<T, TIndex, T>
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Gather));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) => IndexShape.Fits(right, left, dim) ? right : throw Contract.Refuse(left, dim, right);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<TIndex> right, TensorView<T> result) =>
        IndexedElements.Run<TakeNamed<T>, T, TIndex>(Contract.Name, right, IndexShape.Axis(dim, left.Rank), left, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent, TensorView<T> left, TensorView<TIndex> right, TensorView<T> result, TensorView<T> leftCotangent, TensorView<TIndex> rightCotangent)
    {
        leftCotangent.Elements.Clear();
        IndexedElements.Run<AddToNamed<T>, T, TIndex>(Contract.Name, right, IndexShape.Axis(dim, left.Rank), leftCotangent, cotangent);
    }
}
