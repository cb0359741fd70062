namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Inserts a dimension of size 1. The result shares the storage of <paramref name="x"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">Where the dimension stands in the result; a negative one counts from the end, so that -1 appends it.</param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(UnsqueezeOperation))]
    [return: Shape("insert(x, dim, 1)")]
    public static Tensor<T> Unsqueeze<T>(Tensor<T> x, int dim)
        where T : unmanaged => Eager.View(new UnsqueezeOperation(dim), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Unsqueeze{T}(Tensor{T}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Unsqueeze))]
        public Tensor<T> Unsqueeze(int dim) => Ops.Unsqueeze(x, dim);
    }
}

/// <summary>Inserts a dimension of size 1.</summary>
/// <param name="dim">Where it stands in the result.</param>
public readonly struct UnsqueezeOperation(int dim) : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Unsqueeze));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        int rank = input.Shape.Rank;
        if (!Axes.TryResolve(dim, rank + 1, out int position))
            throw Contract.Refuse(input.Shape, dim);
        ReadOnlySpan<int> sizes = input.Shape.Sizes;
        // The stride that a gapless tensor has there, so that a contiguous tensor stays one in every sense.
        int stride = position < rank ? Math.Max(1, sizes[position]) * input.Strides[position] : 1;
        return new Layout(
            new Shape([.. sizes[..position], 1, .. sizes[position..]]),
            [.. input.Strides[..position], stride, .. input.Strides[position..]],
            input.Offset);
    }
}
