using System.Diagnostics.CodeAnalysis;

namespace TypedTensors;

/// <summary>The sizes of a tensor's dimensions, outermost first. The shape of a scalar has no dimensions and one element.</summary>
[TensorType]
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int[]? _sizes;

    /// <summary>A shape of the given sizes.</summary>
    /// <param name="sizes">One size for each dimension, none negative.</param>
    /// <exception cref="ShapeException">A size is negative, or the number of elements exceeds <see cref="int.MaxValue"/>.</exception>
    public Shape(params ReadOnlySpan<int> sizes)
        : this(sizes.ToArray(), CountElements(sizes))
    {
    }

    private Shape(int[] sizes, int elementCount)
    {
        _sizes = sizes;
        ElementCountOrZero = elementCount;
    }

    /// <summary>The shape of a scalar.</summary>
    public static Shape Scalar => default;

    /// <summary>The sizes, outermost first.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>The number of dimensions.</summary>
    [Dim("rank(this)")]
    public int Rank => _sizes?.Length ?? 0;

    /// <summary>The number of elements: the product of the sizes, 1 for a scalar.</summary>
    [Dim("product(this)")]
    public int ElementCount => _sizes is null ? 1 : ElementCountOrZero;

    private int ElementCountOrZero { get; }

    /// <summary>The size of one dimension.</summary>
    /// <param name="index">The dimension; a negative one counts from the end, so that -1 is the innermost.</param>
    /// <exception cref="ShapeException">There is no such dimension.</exception>
    [Dim("size(this, index)")]
    public int this[int index] => Sizes[NormalizeAxis(index)];

    /// <summary>The size of one dimension.</summary>
    /// <param name="index">The dimension; <c>^1</c> is the innermost.</param>
    /// <exception cref="ShapeException">There is no such dimension.</exception>
    [Dim("size(this, index)")]
    public int this[Index index] => this[index.IsFromEnd ? -index.Value : index.Value];

    /// <summary>Says at compile time that a tensor has a shape; does nothing at run time.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="tensor">The tensor; an error is reported where it cannot have the shape.</param>
    /// <param name="shape">A shape in the shape language, in the names of the calling method.</param>
    [SuppressMessage("Style", "IDE0060", Justification = "The parameters are read at compile time.")]
    public static void Assert<T>([Shape("...shape")] Tensor<T> tensor, [ShapePattern] string shape)
        where T : unmanaged
    {
    }

    /// <summary>Resolves an axis that may be negative.</summary>
    /// <param name="axis">The axis; a negative one counts from the end.</param>
    /// <returns>The axis counted from 0.</returns>
    /// <exception cref="ShapeException">There is no such dimension.</exception>
    public int NormalizeAxis(int axis)
    {
        int resolved = axis < 0 ? axis + Rank : axis;
        if ((uint)resolved >= (uint)Rank)
            throw new ShapeException($"Shape: dimension {axis} is out of range for {this}, which has {Rank} dimensions");
        return resolved;
    }

    /// <summary>The strides of a row-major layout: how many elements apart neighbours along each dimension lie.</summary>
    /// <returns>One stride for each dimension.</returns>
    public int[] RowMajorStrides()
    {
        int[] strides = new int[Rank];
        RowMajorStrides(Sizes, strides);
        return strides;
    }

    /// <summary>Writes the strides of a row-major layout.</summary>
    /// <returns>The number of elements.</returns>
    internal static int RowMajorStrides(ReadOnlySpan<int> sizes, Span<int> strides)
    {
        int stride = 1;
        int count = 1;
        for (int axis = sizes.Length - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= Math.Max(1, sizes[axis]);
            count *= sizes[axis];
        }

        return count;
    }

    /// <inheritdoc/>
    public bool Equals(Shape other) => Sizes.SequenceEqual(other.Sizes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (int size in Sizes)
            hash.Add(size);
        return hash.ToHashCode();
    }

    /// <summary>Whether two shapes have the same sizes.</summary>
    public static bool operator ==(Shape left, Shape right) => left.Equals(right);

    /// <summary>Whether two shapes differ in a size or in their number of dimensions.</summary>
    public static bool operator !=(Shape left, Shape right) => !left.Equals(right);

    /// <summary>As messages show it: <c>(3, 4)</c>, <c>()</c> for a scalar.</summary>
    public override string ToString() => $"({string.Join(", ", Sizes.ToArray())})";

    private static int CountElements(ReadOnlySpan<int> sizes)
    {
        long count = 1;
        bool isEmpty = sizes.Contains(0);
        foreach (int size in sizes)
        {
            if (size < 0)
                throw new ShapeException($"Shape: size {size} is negative in ({string.Join(", ", sizes.ToArray())})");
            count *= isEmpty ? 0 : size;
            if (count > int.MaxValue)
                throw new ShapeException($"Shape: ({string.Join(", ", sizes.ToArray())}) has more than {int.MaxValue} elements");
        }

        return (int)count;
    }
}
