namespace TypedTensors;

public static partial class Ops
{
    /// <summary>
    /// Gives the elements, in row-major order, another shape, without ever copying: the result shares the storage of <paramref name="x"/>.
    /// </summary>
    /// <remarks>As <see cref="Reshape{T}(Tensor{T}, ReadOnlySpan{int})"/>, which copies where the strides allow no such window.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor whose strides allow the shape, as those of a contiguous tensor always do.</param>
    /// <param name="shape">The shape of the result; one size may be -1 and follows from the number of elements.</param>
    /// <returns>A tensor over the same storage.</returns>
    /// <exception cref="ShapeException">The number of elements would change, more than one size is -1, or the strides allow no such window.</exception>
    [Operation(typeof(ViewOperation))]
    [return: Shape("reshape(x, shape)")]
    public static Tensor<T> View<T>(Tensor<T> x, params ReadOnlySpan<int> shape)
        where T : unmanaged => Eager.View(new ViewOperation(shape), x);
}

/// <summary>Finds the strides that show the same elements in the same order under another shape, or refuses.</summary>
/// <param name="shape">The shape of the result; one size may be -1.</param>
public readonly struct ViewOperation(ReadOnlySpan<int> shape) : IViewOperation
{
    private readonly int[] _shape = shape.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.View));

    /// <inheritdoc/>
    public Layout Apply(Layout input)
    {
        if (!InferredShape.TryCompute(input.Shape, _shape, out Shape result))
            throw Contract.Refuse(input.Shape, _shape);
        int[]? strides = ReshapedStrides.Find(input.Shape.Sizes, input.Strides, result.Sizes);

        // Strides are no part of a shape, so the rule has nothing to say here.
        return strides is null
            ? throw new ShapeException(
                $"View: x {input.Shape} with strides ({string.Join(", ", input.Strides)}) has no window of shape {result}; Reshape copies where that is needed")
            : new Layout(result, strides, input.Offset);
    }
}
