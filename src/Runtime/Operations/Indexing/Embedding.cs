using System.Numerics;
using TypedTensors.Kernels.Indexing;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The rows of a table that an index names.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="index">Which rows, of any shape. A row that is named more than once gets the sum of the gradients.</param>
    /// <param name="table">Shape (rows, size).</param>
    /// <param name="paddingIndex">A row that gets no gradient; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of the index with a dimension more: that of a row.</returns>
    /// <exception cref="ShapeException"><paramref name="table"/> is not a matrix.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An index, or <paramref name="paddingIndex"/>, is not a row.</exception>
    [Operation(typeof(EmbeddingOperation<,>), Saves = Saved.Inputs, Linearity = Linearity.Together)]
    [return: Shape("...index, d")]
    public static Tensor<T> Embedding<T>(Tensor<int> index, [Shape("v, d")] Tensor<T> table, int? paddingIndex = null)
        where T : unmanaged => Eager.Run<EmbeddingOperation<T, int>, int, T, T>(new EmbeddingOperation<T, int>(paddingIndex), index, table);

    /// <inheritdoc cref="Embedding{T}(Tensor{int}, Tensor{T}, int?)"/>
    [FormOf(typeof(Ops), nameof(Embedding))]
    public static Tensor<T> Embedding<T>(Tensor<long> index, Tensor<T> table, int? paddingIndex = null)
        where T : unmanaged => Eager.Run<EmbeddingOperation<T, long>, long, T, T>(new EmbeddingOperation<T, long>(paddingIndex), index, table);
}

/// <summary>Copies rows.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <typeparam name="TIndex">The integer type of the index.</typeparam>
/// <param name="paddingIndex">A row that gets no gradient.</param>
public readonly struct EmbeddingOperation<T, TIndex>(int? paddingIndex) : IOperation<TIndex, T, T>
    where T : unmanaged
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Embedding));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right)
    {
        if (right.Rank != 2)
            throw Contract.Refuse(left, right, paddingIndex);
        if (paddingIndex is { } row && !Axes.TryResolve(row, right[0], out _))
            throw IndexedElements.OutOfRange(nameof(paddingIndex), $"Embedding: paddingIndex {row} is not a row of table {right}, which has {right[0]}");
        return new Shape([.. left.Sizes, right[1]]);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<TIndex> left, TensorView<T> right, TensorView<T> result)
    {
        using ElementList<TIndex> index = new(left);
        int columns = right.Sizes[1];
        IndexedSlices.Copy(Contract.Name, right, 0, index.Values, new TensorView<T>(result.Elements, [index.Values.Length, columns], [columns, 1]));
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent, TensorView<TIndex> left, TensorView<T> right, TensorView<T> result, TensorView<TIndex> leftCotangent, TensorView<T> rightCotangent)
    {
        using ElementList<TIndex> index = new(left);
        using ElementList<T> rows = new(cotangent);
        int columns = rightCotangent.Sizes[1];
        int skipped = paddingIndex is { } row ? (row < 0 ? row + rightCotangent.Sizes[0] : row) : -1;
        TensorView<T> gradients = new(rows.Values, [index.Values.Length, columns], [columns, 1]);
        IndexedSlices.Pullback(gradients, 0, index.Values, skipped, rightCotangent);
    }
}
