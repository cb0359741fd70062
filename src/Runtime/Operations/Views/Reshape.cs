namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Gives the elements, in row-major order, another shape.</summary>
    /// <remarks>
    /// The result shares the storage of <paramref name="x"/> where the strides allow that, as they always do for a contiguous
    /// tensor; otherwise the elements are copied first.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="shape">The shape of the result; one size may be -1 and follows from the number of elements.</param>
    /// <returns>A tensor over the same storage, or over a copy.</returns>
    /// <exception cref="ShapeException">The number of elements would change, or more than one size is -1.</exception>
    [Operation(typeof(ReshapeOperation))]
    [return: Shape("reshape(x, shape)")]
    public static Tensor<T> Reshape<T>(Tensor<T> x, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ReshapeOperation operation = new(shape);
        return Eager.View(operation, operation.IsWindowOn(x.Layout) ? x : Contiguous(x));
    }
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged
    {
        /// <inheritdoc cref="Ops.Reshape{T}(Tensor{T}, ReadOnlySpan{int})"/>
        [FormOf(typeof(Ops), nameof(Ops.Reshape))]
        public Tensor<T> Reshape(params ReadOnlySpan<int> shape) => Ops.Reshape(x, shape);
    }
}

/// <summary>Finds the strides that show the same elements in the same order under another shape.</summary>
/// <param name="shape">The shape of the result; one size may be -1.</param>
public readonly struct ReshapeOperation(ReadOnlySpan<int> shape) : IViewOperation
{
    private readonly int[] _shape = shape.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Reshape));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        Shape result = ResultShape(input.Shape);
        int[]? strides = ReshapedStrides.Find(input.Shape.Sizes, input.Strides, result.Sizes);
        return strides is null
            ? throw new InvalidOperationException($"Reshape: the strides of {input.Shape} allow no window of shape {result}; copy first.")
            : new Layout(result, strides, input.Offset);
    }

    /// <inheritdoc/>
    public bool IsWindowOn(Layout input) =>
        ReshapedStrides.Find(input.Shape.Sizes, input.Strides, ResultShape(input.Shape).Sizes) is not null;

    private Shape ResultShape(Shape input) =>
        InferredShape.TryCompute(input, _shape, out Shape shape) ? shape : throw Contract.Refuse(input, _shape);
}
