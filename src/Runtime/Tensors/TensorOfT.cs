namespace TypedTensors;

/// <summary>An n-dimensional array: a window with sizes and strides on flat storage that other tensors may share.</summary>
/// <typeparam name="T">The element type, which is the tensor's dtype.</typeparam>
[TensorType]
public sealed partial class Tensor<T> : Tensor
    where T : unmanaged
{
    internal Tensor(Storage<T> storage, Shape shape, int[] strides, int offset)
        : base(shape, strides, offset) => Storage = storage;

    internal Tensor(Storage<T> storage, Shape shape)
        : this(storage, shape, shape.RowMajorStrides(), 0)
    {
    }

    internal Storage<T> Storage { get; }

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    internal override int StorageVersion => Storage.Version;

    /// <summary>The sizes of the dimensions.</summary>
    [Shape("...this")]
    public Shape Shape => ShapeField;

    /// <summary>The number of dimensions.</summary>
    [Dim("rank(this)")]
    public int Rank => ShapeField.Rank;

    /// <summary>The number of elements.</summary>
    [Dim("product(this)")]
    public int ElementCount => ShapeField.ElementCount;

    /// <summary>Whether the elements lie in the storage in row-major order without gaps.</summary>
    public bool IsContiguous => View.IsContiguous;

    /// <summary>What kernels see.</summary>
    internal TensorView<T> View => new(Storage.Elements.AsSpan(StorageOffset), ShapeField.Sizes, StrideArray);

    /// <summary>A tensor over the same storage with another window.</summary>
    internal Tensor<T> Window(Shape shape, int[] strides, int offset) => new(Storage, shape, strides, offset);
}
