using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Joins tensors end to end along a dimension that they have.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensors">One or more tensors that differ in the size of that dimension only.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>A new tensor, whose size along the dimension is the sum of the sizes.</returns>
    /// <exception cref="ShapeException">The list is empty, the tensors differ elsewhere, or <paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(CatOperation<>))]
    [return: Shape("concat(tensors, dim)")]
    public static Tensor<T> Cat<T>(ReadOnlySpan<Tensor<T>> tensors, int dim = 0)
        where T : unmanaged => Eager.RunList<CatOperation<T>, T, T>(new CatOperation<T>(dim), tensors);

    /// <inheritdoc cref="Cat{T}(ReadOnlySpan{Tensor{T}}, int)"/>
    [FormOf(typeof(Ops), nameof(Cat))]
    public static Tensor<T> Cat<T>(IEnumerable<Tensor<T>> tensors, int dim = 0)
        where T : unmanaged => Cat([.. tensors], dim);
}

/// <summary>Copies each tensor into its part of the result.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension along which tensors are joined.</param>
public readonly struct CatOperation<T>(int dim) : IListOperation<T, T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Cat));

    /// <inheritdoc/>
    public Shape ResultShape(ReadOnlySpan<Shape> inputs)
    {
        if (inputs.IsEmpty || !Axes.TryResolve(dim, inputs[0].Rank, out int axis))
            throw Contract.Refuse(inputs.ToArray(), dim);
        int[] sizes = inputs[0].Sizes.ToArray();
        foreach (Shape input in inputs[1..])
        {
            if (input.Rank != sizes.Length)
                throw Contract.Refuse(inputs.ToArray(), dim);
            for (int i = 0; i < sizes.Length; i++)
            {
                if (i == axis)
                    sizes[i] = checked(sizes[i] + input[i]);
                else if (input[i] != sizes[i])
                    throw Contract.Refuse(inputs.ToArray(), dim);
            }
        }

        return new Shape(sizes);
    }

    /// <inheritdoc/>
    public void Forward(TensorViewList<T> inputs, TensorView<T> result)
    {
        int offset = 0;
        for (int i = 0; i < inputs.Count; i++)
        {
            TensorView<T> input = inputs[i];
            StridedCopy.Run(input, Part(result, input.Sizes, ref offset));
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
        int offset = 0;
        for (int i = 0; i < shapes.Length; i++)
        {
            TensorView<T> part = Part(cotangent, shapes[i].Sizes, ref offset);
            if (inputCotangents[i].IsPresent)
                StridedCopy.Run(part, inputCotangents[i]);
        }
    }

    /// <summary>The part of the joined tensor that a tensor of given sizes has, and where the next one begins.</summary>
    private TensorView<T> Part(TensorView<T> joined, ReadOnlySpan<int> sizes, ref int offset)
    {
        int axis = dim < 0 ? dim + sizes.Length : dim;
        bool isEmpty = sizes.Contains(0);
        TensorView<T> part = new(isEmpty ? [] : joined.Buffer[offset..], sizes, joined.Strides);
        offset += sizes[axis] * joined.Strides[axis];
        return part;
    }
}
