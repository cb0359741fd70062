using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Joins tensors of one shape along a new dimension.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensors">One or more tensors of the same shape.</param>
    /// <param name="dim">Where the dimension stands in the result; a negative one counts from the end, so that -1 appends it.</param>
    /// <returns>A new tensor, whose size along the new dimension is the number of tensors.</returns>
    /// <exception cref="ShapeException">The list is empty, the shapes differ, or <paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(StackOperation<>))]
    [return: Shape("stack(tensors, dim)")]
    public static Tensor<T> Stack<T>(ReadOnlySpan<Tensor<T>> tensors, int dim = 0)
        where T : unmanaged => Eager.RunList<StackOperation<T>, T, T>(new StackOperation<T>(dim), tensors);

    /// <inheritdoc cref="Stack{T}(ReadOnlySpan{Tensor{T}}, int)"/>
    [FormOf(typeof(Ops), nameof(Stack))]
    public static Tensor<T> Stack<T>(IEnumerable<Tensor<T>> tensors, int dim = 0)
        where T : unmanaged => Stack([.. tensors], dim);
}

/// <summary>Copies each tensor into its place along the new dimension.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">Where the new dimension stands in the result.</param>
public readonly struct StackOperation<T>(int dim) : IListOperation<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Stack));

    /// <inheritdoc/>
    public Shape ResultShape(ReadOnlySpan<Shape> inputs)
    {
        if (inputs.IsEmpty || !Axes.TryResolve(dim, inputs[0].Rank + 1, out int axis))
            throw Contract.Refuse(inputs.ToArray(), dim);
        foreach (Shape input in inputs[1..])
        {
            if (input != inputs[0])
                throw Contract.Refuse(inputs.ToArray(), dim);
        }

        ReadOnlySpan<int> sizes = inputs[0].Sizes;
        return new Shape([.. sizes[..axis], inputs.Length, .. sizes[axis..]]);
    }

    /// <inheritdoc/>
    public void Forward(TensorViewList<T> inputs, TensorView<T> result)
    {
        Span<int> strides = stackalloc int[result.Rank - 1];
        for (int i = 0; i < inputs.Count; i++)
        {
            TensorView<T> input = inputs[i];
            StridedCopy.Run(input, Place(result, i, input.Sizes, strides));
        }
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        ReadOnlySpan<Shape> shapes,
        TensorViewList<T> inputs,
        TensorView<T> result,
        TensorViewList<T> inputCotangents)
    {
        Span<int> strides = stackalloc int[cotangent.Rank - 1];
        for (int i = 0; i < shapes.Length; i++)
        {
            if (inputCotangents[i].IsPresent)
                StridedCopy.Run(Place(cotangent, i, shapes[i].Sizes, strides), inputCotangents[i]);
        }
    }

    private TensorView<T> Place(TensorView<T> stacked, int index, ReadOnlySpan<int> sizes, Span<int> strides)
    {
        int axis = dim < 0 ? dim + stacked.Rank : dim;
        stacked.Strides[..axis].CopyTo(strides);
        stacked.Strides[(axis + 1)..].CopyTo(strides[axis..]);
        return new TensorView<T>(sizes.Contains(0) ? [] : stacked.Buffer[(index * stacked.Strides[axis])..], sizes, strides);
    }
}
