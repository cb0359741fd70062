using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// A copy with elements overwritten: for each position of an index the one whose coordinate along a dimension is the index there, as
    /// <c>result[i, index[i, j]] = source[i, j]</c> for the last of two.
    /// </summary>
    /// <remarks>An index that occurs twice in a row writes the same element twice: the later one in row-major order stays, and every one of them gets its gradient.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape, which is not changed.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <param name="index">
    /// Positions along the dimension, counted from 0. It has as many dimensions as <paramref name="x"/>, and along the others no more positions.
    /// </param>
    /// <param name="source">What is written at each position of the index; it may be larger than that.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">
    /// <paramref name="dim"/> is out of range, or the index does not lie within <paramref name="x"/> and <paramref name="source"/>.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the dimension.</exception>
    [Operation(typeof(ScatterOperation<,>), Saves = Saved.Inputs, Linearity = Linearity.Together)]
    [return: Shape("around(x, within(index, source), dim)")]
    public static Tensor<T> Scatter<T>(Tensor<T> x, int dim, Tensor<int> index, Tensor<T> source)
        where T : unmanaged, INumber<T> => Eager.Run<ScatterOperation<T, int>, T, int, T, T>(new ScatterOperation<T, int>(dim), x, index, source);

    /// <inheritdoc cref="Scatter{T}(Tensor{T}, int, Tensor{int}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Scatter))]
    public static Tensor<T> Scatter<T>(Tensor<T> x, int dim, Tensor<long> index, Tensor<T> source)
        where T : unmanaged, INumber<T> => Eager.Run<ScatterOperation<T, long>, T, long, T, T>(new ScatterOperation<T, long>(dim), x, index, source);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Scatter{T}(Tensor{T}, int, Tensor{int}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Scatter))]
        public Tensor<T> Scatter(int dim, Tensor<int> index, Tensor<T> source) => Ops.Scatter(x, dim, index, source);

        /// <inheritdoc cref="Ops.Scatter{T}(Tensor{T}, int, Tensor{int}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Scatter))]
        public Tensor<T> Scatter(int dim, Tensor<long> index, Tensor<T> source) => Ops.Scatter(x, dim, index, source);
    }
}

/// <summary>Copies, then writes where an index says.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The integer type of the index.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct ScatterOperation<T, TIndex>(int dim) : IOperation<T, TIndex, T, T>
    where T : unmanaged, INumber<T>
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Scatter));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        IndexShape.Fits(second, third) && IndexShape.Fits(second, first, dim) ? first : throw Contract.Refuse(first, dim, second, third);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<TIndex> second, TensorView<T> third, TensorView<T> result)
    {
        StridedCopy.Run(first, result);
        IndexedElements.Run<SetNamed<T>, T, TIndex>(Contract.Name, second, IndexShape.Axis(dim, first.Rank), result, third);
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
        {
            StridedCopy.Run(cotangent, firstCotangent);
            IndexedElements.Run<ClearNamed<T>, T, TIndex>(Contract.Name, second, axis, firstCotangent, third);
        }

        if (!thirdCotangent.IsPresent)
            return;
        thirdCotangent.Elements.Clear();
        IndexedElements.Run<TakeNamed<T>, T, TIndex>(Contract.Name, second, axis, cotangent, thirdCotangent);
    }
}
