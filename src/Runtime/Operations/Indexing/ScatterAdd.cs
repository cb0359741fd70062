using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// A copy with something added to elements: for each position of an index to the one whose coordinate along a dimension is the index there, as
    /// <c>result[i, index[i, j]] += source[i, j]</c> for the last of two.
    /// </summary>
    /// <remarks>An index that occurs twice adds twice.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape, which is not changed.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="index">
    /// Positions along the dimension, counted from 0. It has as many dimensions as <paramref name="x"/>, and along the others no more positions.
    /// </param>
    /// <param name="source">What is added at each position of the index; it may be larger than that.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">
    /// <paramref name="dim"/> is out of range, or the index does not lie within <paramref name="x"/> and <paramref name="source"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the dimension.</exception>
    [Operation(typeof(ScatterAddOperation<,>), Saves = Saved.Inputs, Linearity = Linearity.Together)]
    [return: Shape("around(x, within(index, source), dim)")]
    public static Tensor<T> ScatterAdd<T>(Tensor<T> x, int dim, Tensor<int> index, Tensor<T> source)
        where T : unmanaged, INumber<T> => Eager.Run<ScatterAddOperation<T, int>, T, int, T, T>(new ScatterAddOperation<T, int>(dim), x, index, source);

    /// <inheritdoc cref="ScatterAdd{T}(Tensor{T}, int, Tensor{int}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(ScatterAdd))]
    public static Tensor<T> ScatterAdd<T>(Tensor<T> x, int dim, Tensor<long> index, Tensor<T> source)
        where T : unmanaged, INumber<T> => Eager.Run<ScatterAddOperation<T, long>, T, long, T, T>(new ScatterAddOperation<T, long>(dim), x, index, source);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.ScatterAdd{T}(Tensor{T}, int, Tensor{int}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ScatterAdd))]
        public Tensor<T> ScatterAdd(int dim, Tensor<int> index, Tensor<T> source) => Ops.ScatterAdd(x, dim, index, source);

        /// <inheritdoc cref="Ops.ScatterAdd{T}(Tensor{T}, int, Tensor{int}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.ScatterAdd))]
        public Tensor<T> ScatterAdd(int dim, Tensor<long> index, Tensor<T> source) => Ops.ScatterAdd(x, dim, index, source);
    }
}

/// <summary>Copies, then adds where an index says.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The integer type of the index.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct ScatterAddOperation<T, TIndex>(int dim) : IOperation<T, TIndex, T, T>
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ScatterAdd));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        IndexShape.Fits(second, third) && IndexShape.Fits(second, first, dim) ? first : throw Contract.Refuse(first, dim, second, third);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<TIndex> second, TensorView<T> third, TensorView<T> result)
    {
        StridedCopy.Run(first, result);
        IndexedElements.Run<AddToNamed<T>, T, TIndex>(Contract.Name, second, IndexShape.Axis(dim, first.Rank), result, third);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<TIndex> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<TIndex> secondCotangent,
        TensorView<T> thirdCotangent)
    {
        int axis = IndexShape.Axis(dim, cotangent.Rank);
        if (firstCotangent.IsPresent)
            StridedCopy.Run(cotangent, firstCotangent);
        if (!thirdCotangent.IsPresent)
            return;
        thirdCotangent.Elements.Clear();
        IndexedElements.Run<TakeNamed<T>, T, TIndex>(Contract.Name, second, axis, cotangent, thirdCotangent);
    }
}
