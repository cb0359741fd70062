using System.Diagnostics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

/// <summary>An n-dimensional array: a window with sizes and strides on flat storage that other tensors may share.</summary>
/// <typeparam name="T">The element type, which is the tensor's dtype.</typeparam>
[TensorType]
[DebuggerDisplay("{DebuggerText,nq}")]
[DebuggerTypeProxy(typeof(TensorDebugView<>))]
public sealed partial class Tensor<T> : Tensor
    where T : unmanaged
{
    internal Tensor(Storage<T> storage, Shape shape, int[] strides, int offset)
        : base(shape, strides, offset) => Storage = storage;

    internal Tensor(Storage<T> storage, Shape shape)
        : this(storage, shape, shape.RowMajorStrides(), 0)
    {
    }

    internal Storage<T> Storage { get; private set; }

    internal string DebuggerText => TensorFormatter.Summary(this);

    /// <inheritdoc/>
    public override Type ElementType => typeof(T);

    internal override int StorageVersion => Storage.Version;

    internal override object StorageObject => Storage;

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
    public bool IsContiguous => new TensorView<T>([], ShapeField.Sizes, StrideArray).IsContiguous;

    /// <summary>The window on the storage.</summary>
    internal Layout Layout => new(ShapeField, StrideArray, StorageOffset);

    /// <summary>What kernels see.</summary>
    internal TensorView<T> View => new(Storage.Elements.AsSpan(StorageOffset), ShapeField.Sizes, StrideArray);

    /// <summary>Whether two tensors lie over the same memory, so that a write to one may show in the other.</summary>
    /// <param name="other">The other tensor.</param>
    public bool SharesStorageWith(Tensor<T> other) => ReferenceEquals(Storage, other.Storage);

    /// <summary>
    /// The elements as nested lists, as PyTorch prints them, by <see cref="PrintOptions.Default"/>; then <c>dtype=</c> where the elements do not tell the
    /// type, and <c>requires_grad=True</c> or <c>grad_fn=</c> with the name of the operation.
    /// </summary>
    public override string ToString() => ToString(PrintOptions.Default);

    /// <summary>The elements as nested lists, as <see cref="ToString()"/>, by given options.</summary>
    /// <param name="options">The options.</param>
    public string ToString(PrintOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TensorFormatter.Full(this, options);
    }

    /// <summary>A new contiguous tensor whose elements are not defined.</summary>
    internal static Tensor<T> Uninitialized(Shape shape) => new(Storage<T>.Allocate(shape.ElementCount), shape);

    /// <summary>A new contiguous tensor of another's shape; sizes and strides, which never change, are shared with it.</summary>
    internal static Tensor<T> UninitializedLike<TOther>(Tensor<TOther> other)
        where TOther : unmanaged
    {
        Shape shape = other.ShapeField;
        int[] strides = other.IsContiguous ? other.StrideArray : shape.RowMajorStrides();
        return new(Storage<T>.Allocate(shape.ElementCount), shape, strides, 0);
    }

    /// <summary>A new contiguous tensor of zeros.</summary>
    internal static Tensor<T> Zeroed(Shape shape) => new(new Storage<T>(new T[shape.ElementCount]), shape);

    /// <summary>Zeros of a shape, all of them the same element: for what reads them only.</summary>
    internal static Tensor<T> SharedZero(Shape shape) => new(new Storage<T>(new T[1]), shape, new int[shape.Rank], 0);

    /// <summary>A tensor over the same storage with another window.</summary>
    internal Tensor<T> Window(Shape shape, int[] strides, int offset) => new(Storage, shape, strides, offset);

    /// <summary>Moves this contiguous tensor to other memory, elements included. Views that were taken before stay where they are.</summary>
    internal void MoveTo(Storage<T> storage, int offset)
    {
        View.Elements.CopyTo(storage.Elements.AsSpan(offset));
        Storage = storage;
        StorageOffset = offset;
    }

    /// <summary>A contiguous copy without history.</summary>
    internal Tensor<T> Copy()
    {
        Tensor<T> copy = UninitializedLike(this);
        StridedCopy.Run(View, copy.View);
        return copy;
    }

    /// <summary>Makes this, the result of an operation, part of the graph.</summary>
    internal void Track(GradientNode<T> node) => History = new GradientHistory { Node = node, IsLeaf = false };
}
