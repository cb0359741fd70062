namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Removes a dimension of size 1. The result shares the storage of <paramref name="x"/>.</summary>
    /// <remarks>
    /// A dimension of another size is refused, so that the rank of the result never depends on the sizes; PyTorch would leave
    /// it in place.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor whose dimension <paramref name="dim"/> has size 1.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range, or the dimension's size is not 1.</exception>
    [Operation(typeof(SqueezeOperation))]
    [return: Shape("squeeze(x, dim)")]
    public static Tensor<T> Squeeze<T>(Tensor<T> x, int dim)
        where T : unmanaged => Eager.View(new SqueezeOperation(dim), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Squeeze{T}(Tensor{T}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Squeeze))]
        public Tensor<T> Squeeze(int dim) => Ops.Squeeze(x, dim);
    }
}

/// <summary>Removes a dimension of size 1.</summary>
/// <param name="dim">The dimension.</param>
public readonly struct SqueezeOperation(int dim) : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Squeeze));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        ReadOnlySpan<int> sizes = input.Shape.Sizes;
        if (!Axes.TryResolve(dim, sizes.Length, out int axis) || sizes[axis] != 1)
            throw Contract.Refuse(input.Shape, dim);
        return new Layout(
            new Shape([.. sizes[..axis], .. sizes[(axis + 1)..]]),
            [.. input.Strides[..axis], .. input.Strides[(axis + 1)..]],
            input.Offset);
    }
}
