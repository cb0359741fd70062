using System.Numerics;

namespace TypedTensors.UserOperations;

/// <summary>A user's operation with a shape rule and a pullback of its own.</summary>
public static class OuterOperation
{
    /// <summary>The products of every element of one vector with every element of another, for each entry of the leading dimensions.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">Vectors that give the rows.</param>
    /// <param name="right">Vectors that give the columns, with the same leading dimensions.</param>
    /// <returns>One matrix for each entry of the leading dimensions.</returns>
    /// <exception cref="ShapeException">The leading dimensions differ, or an argument has no dimensions.</exception>
    [Operation(typeof(OuterImplementation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("...batch, n, m")]
    public static Tensor<T> OuterOfRows<T>([Shape("...batch, n")] Tensor<T> left, [Shape("...batch, m")] Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<OuterImplementation<T>, T, T, T>(default, left, right);
}

/// <summary>result[b, i, j] = left[b, i] * right[b, j].</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct OuterImplementation<T> : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(OuterOperation), nameof(OuterOperation.OuterOfRows));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left.Rank > 0 && right.Rank > 0 && left.Sizes[..^1].SequenceEqual(right.Sizes[..^1])
            ? new Shape([.. left.Sizes, right[^1]])
            : throw Contract.Refuse(left, right);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result)
    {
        T[] rows = Flatten(left);
        T[] columns = Flatten(right);
        int n = left.Sizes[^1];
        int m = right.Sizes[^1];
        for (int i = 0; i < result.Elements.Length; i++)
            result.Elements[i] = rows[i / m] * columns[(i / (n * m) * m) + (i % m)];
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent)
    {
        T[] weights = Flatten(cotangent);
        T[] rows = Flatten(left);
        T[] columns = Flatten(right);
        int n = left.Sizes[^1];
        int m = right.Sizes[^1];
        if (leftCotangent.IsPresent)
            leftCotangent.Elements.Clear();
        if (rightCotangent.IsPresent)
            rightCotangent.Elements.Clear();
        for (int i = 0; i < weights.Length; i++)
        {
            int row = i / m;
            int column = (i / (n * m) * m) + (i % m);
            if (leftCotangent.IsPresent)
                leftCotangent.Elements[row] += weights[i] * columns[column];
            if (rightCotangent.IsPresent)
                rightCotangent.Elements[column] += weights[i] * rows[row];
        }
    }

    // Row-major order, whatever the strides.
    private static T[] Flatten(TensorView<T> view)
    {
        var elements = new T[view.ElementCount];
        for (int element = 0; element < elements.Length; element++)
        {
            int rest = element;
            int position = 0;
            for (int axis = view.Rank - 1; axis >= 0; axis--)
            {
                (rest, int index) = Math.DivRem(rest, view.Sizes[axis]);
                position += index * view.Strides[axis];
            }

            elements[element] = view.Buffer[position];
        }

        return elements;
    }
}
