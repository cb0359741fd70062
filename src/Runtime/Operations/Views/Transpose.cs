namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Exchanges two dimensions. The result shares the storage of <paramref name="x"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim0">One dimension; a negative one counts from the end.</param>
    /// <param name="dim1">The other dimension; the same as <paramref name="dim0"/> changes nothing.</param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException">A dimension is out of range.</exception>
    [Operation(typeof(TransposeOperation))]
    [return: Shape("swap(x, dim0, dim1)")]
    public static Tensor<T> Transpose<T>(Tensor<T> x, int dim0, int dim1)
        where T : unmanaged => Eager.View(new TransposeOperation(dim0, dim1), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Transpose{T}(Tensor{T}, int, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Transpose))]
        public Tensor<T> Transpose(int dim0, int dim1) => Ops.Transpose(x, dim0, dim1);
    }
}

/// <summary>Exchanges the sizes and the strides of two dimensions.</summary>
/// <param name="dim0">One dimension.</param>
/// <param name="dim1">The other dimension.</param>
public readonly struct TransposeOperation(int dim0, int dim1) : IViewOperation
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Transpose));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        // A scalar may be given the axis 0, which stands for nothing.
        int rank = Math.Max(1, input.Shape.Rank);
        if (!Axes.TryResolve(dim0, rank, out int first) || !Axes.TryResolve(dim1, rank, out int second))
            throw Contract.Refuse(input.Shape, dim0, dim1);
        if (first == second)
            return input;
        int[] sizes = input.Shape.Sizes.ToArray();
        int[] strides = [.. input.Strides];
        (sizes[first], sizes[second]) = (sizes[second], sizes[first]);
        (strides[first], strides[second]) = (strides[second], strides[first]);
        return new Layout(new Shape(sizes), strides, input.Offset);
    }
}
