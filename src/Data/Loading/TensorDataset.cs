namespace TypedTensors.Data;

/// <summary>Examples and their targets, paired along the first dimension.</summary>
/// <remarks>A tensor that is not contiguous is copied once, so that an example is one piece of memory.</remarks>
/// <typeparam name="TX">The element type of the examples.</typeparam>
/// <typeparam name="TY">The element type of the targets.</typeparam>
public sealed class TensorDataset<TX, TY> : IDataset<TX, TY>
    where TX : unmanaged
    where TY : unmanaged
{
    /// <summary>Pairs examples with targets.</summary>
    /// <param name="x">The examples, one for each index of the first dimension.</param>
    /// <param name="y">The targets, as many.</param>
    /// <exception cref="ShapeException">One of the two is a scalar, or their first dimensions differ.</exception>
    public TensorDataset([Shape("n", "...x")] Tensor<TX> x, [Shape("n", "...y")] Tensor<TY> y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Rank == 0 || y.Rank == 0 || x.Shape[0] != y.Shape[0])
        {
            throw new ShapeException(
                $"TensorDataset: numbers of examples differ: 'x' {x.Shape} and 'y' {y.Shape} must have the same first dimension");
        }

        X = Compact(x);
        Y = Compact(y);
    }

    /// <summary>The examples.</summary>
    public Tensor<TX> X { get; }

    /// <summary>The targets.</summary>
    public Tensor<TY> Y { get; }

    /// <summary>The number of examples.</summary>
    public int Count => X.Shape[0];

    /// <summary>Some of the examples with their targets, as tensors of their own.</summary>
    /// <param name="rows">Indices along the first dimension, in the order that is wanted.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such example.</exception>
    public (Tensor<TX> X, Tensor<TY> Y) Select(ReadOnlySpan<int> rows) => (Gather(X, rows), Gather(Y, rows));

    private static Tensor<T> Compact<T>(Tensor<T> tensor)
        where T : unmanaged => tensor.IsContiguous ? tensor : Tensor.From<T>(tensor.ToArray(), tensor.Shape.Sizes);

    private static Tensor<T> Gather<T>(Tensor<T> source, ReadOnlySpan<int> rows)
        where T : unmanaged
    {
        Tensor<T> result = Tensor<T>.Uninitialized(new Shape([rows.Length, .. source.Shape.Sizes[1..]]));
        if (result.ElementCount == 0)
            return result;
        int width = source.ElementCount / source.Shape[0];
        ReadOnlySpan<T> elements = source.View.Elements;
        Span<T> gathered = result.View.Elements;
        for (int i = 0; i < rows.Length; i++)
            elements.Slice(rows[i] * width, width).CopyTo(gathered[(i * width)..]);
        return result;
    }
}
