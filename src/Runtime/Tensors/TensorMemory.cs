using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public abstract partial class Tensor
{
    /// <summary>A vector over an array, which it shares: a write to one shows in the other.</summary>
    /// <remarks>As <see cref="FromArray{T}(T[], ReadOnlySpan{int})"/>.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The array.</param>
    [return: Shape("...elements")]
    public static Tensor<T> FromArray<T>(T[] elements)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        return Over(elements, 0, elements.Length, nameof(FromArray), elements.Length);
    }

    /// <summary>A tensor over an array, which it shares: a write to one shows in the other. <c>From</c> copies.</summary>
    /// <remarks>
    /// All tensors over one array count their writes together, so that a backward pass finds a saved value that one of them has overwritten. A write to the array
    /// itself is not counted; <see cref="Tensor{T}.MarkWritten"/> tells of it.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="elements">The array, in row-major order.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">The shape has another number of elements.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> FromArray<T>(T[] elements, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        return Over(elements, 0, elements.Length, nameof(FromArray), shape);
    }

    /// <summary>A tensor over memory, which it shares, as <see cref="FromArray{T}(T[], ReadOnlySpan{int})"/>.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="memory">A part of an array, in row-major order.</param>
    /// <param name="shape">The sizes, outermost first; none for a scalar.</param>
    /// <exception cref="ShapeException">The shape has another number of elements.</exception>
    /// <exception cref="ArgumentException">The memory is not an array's.</exception>
    [return: Shape("...shape")]
    public static Tensor<T> FromMemory<T>(Memory<T> memory, params ReadOnlySpan<int> shape)
        where T : unmanaged => MemoryMarshal.TryGetArray(memory, out ArraySegment<T> segment)
            ? Over(segment.Array ?? [], segment.Offset, segment.Count, nameof(FromMemory), shape)
            : throw new ArgumentException("FromMemory: the memory is not part of an array, so a tensor cannot share it; copy it: Tensor.From(memory.Span, ...)", nameof(memory));

    private static Tensor<T> Over<T>(T[] elements, int offset, int count, string operation, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        var sizes = new Shape(shape);
        return sizes.ElementCount == count
            ? new Tensor<T>(SharedStorage<T>.Of(elements), sizes, sizes.RowMajorStrides(), offset)
            : throw new ShapeException($"{operation}: {count} elements were given for the shape {sizes}, which has {sizes.ElementCount}");
    }
}

public sealed partial class Tensor<T>
{
    /// <summary>The elements as they lie in memory, to be read.</summary>
    /// <exception cref="InvalidOperationException">The tensor requires a gradient, or its elements do not lie in row-major order without gaps.</exception>
    public ReadOnlySpan<T> AsReadOnlySpan()
    {
        RefuseTracked(nameof(AsReadOnlySpan));
        return Consecutive(nameof(AsReadOnlySpan));
    }

    /// <summary>The elements as they lie in memory, to be read and written.</summary>
    /// <remarks>
    /// Counts as one write at the time of the call. Writes through the span after an operation has saved the tensor are not seen by its backward pass;
    /// <see cref="MarkWritten"/> tells of them.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The tensor requires a gradient, or its elements do not lie in row-major order without gaps.</exception>
    public Span<T> AsSpan()
    {
        RefuseTracked(nameof(AsSpan));
        Span<T> elements = Consecutive(nameof(AsSpan));
        BeginWrite(nameof(AsSpan));
        return elements;
    }

    /// <summary>The elements as they lie in memory, to be read and written, and to be kept: memory may lie in a field, as a span may not.</summary>
    /// <remarks>
    /// <see cref="Tensor.FromMemory{T}(Memory{T}, ReadOnlySpan{int})"/> makes tensors over it, which know of this one. Counts as one write at the time of the call, as
    /// <see cref="AsSpan"/>.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The tensor requires a gradient, or its elements do not lie in row-major order without gaps.</exception>
    public Memory<T> AsMemory()
    {
        RefuseTracked(nameof(AsMemory));
        int count = Consecutive(nameof(AsMemory)).Length;
        BeginWrite(nameof(AsMemory));
        SharedStorage<T>.Share(Storage);
        return Storage.Elements.AsMemory(StorageOffset, count);
    }

    /// <summary>The whole memory that the tensor is a window of, elements outside of the window among it.</summary>
    /// <returns>A vector over the same memory that is not tracked.</returns>
    [return: Shape("_")]
    public Tensor<T> FlatStorage() => new(Storage, new Shape(Storage.Elements.Length));

    /// <summary>Says that the memory was written to in a way that the tensor cannot see: through a span, or through the array that it shares.</summary>
    /// <remarks>A backward pass that needs a value saved before then fails instead of giving a wrong gradient.</remarks>
    public void MarkWritten() => Storage.MarkWritten();

    /// <summary>The elements of a matrix, copied.</summary>
    /// <exception cref="ShapeException">The tensor does not have 2 dimensions.</exception>
    public T[,] ToArray2D()
    {
        RequireRank(2, nameof(ToArray2D));
        var elements = new T[Shape[0], Shape[1]];
        CopyTo(elements);
        return elements;
    }

    /// <summary>The elements of a tensor of rank 3, copied.</summary>
    /// <exception cref="ShapeException">The tensor does not have 3 dimensions.</exception>
    public T[,,] ToArray3D()
    {
        RequireRank(3, nameof(ToArray3D));
        var elements = new T[Shape[0], Shape[1], Shape[2]];
        CopyTo(elements);
        return elements;
    }

    /// <summary>The elements of a tensor of rank 4, copied.</summary>
    /// <exception cref="ShapeException">The tensor does not have 4 dimensions.</exception>
    public T[,,,] ToArray4D()
    {
        RequireRank(4, nameof(ToArray4D));
        var elements = new T[Shape[0], Shape[1], Shape[2], Shape[3]];
        CopyTo(elements);
        return elements;
    }

    /// <summary>Refuses to show memory whose tensor has a history, which what is done to the memory would not become part of.</summary>
    internal void RefuseTracked(string operation)
    {
        if (History is not null)
            throw new InvalidOperationException($"{operation}: the tensor {Shape} requires a gradient, of which the memory knows nothing; Detach() it first");
    }

    private Span<T> Consecutive(string operation) => View is { IsContiguous: true } view
        ? view.Elements
        : throw new InvalidOperationException(
            $"{operation}: the elements of {Shape} do not lie in row-major order without gaps (strides ({string.Join(", ", StrideArray)})); Clone() it first");

    private void RequireRank(int rank, string operation)
    {
        if (Rank != rank)
            throw new ShapeException($"{operation}: the tensor {Shape} has {Rank} dimensions, not {rank}");
    }

    private void CopyTo(Array elements)
    {
        ref T first = ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(elements));
        Span<T> flat = MemoryMarshal.CreateSpan(ref first, elements.Length);
        StridedCopy.Run(View, new TensorView<T>(flat, ShapeField.Sizes, ShapeField.RowMajorStrides()));
    }
}

/// <summary>The one storage over each array that tensors share with others.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class SharedStorage<T>
    where T : unmanaged
{
    private static readonly ConditionalWeakTable<T[], Storage<T>> Known = [];

    public static Storage<T> Of(T[] elements) => Known.GetValue(elements, static array => new Storage<T>(array));

    /// <summary>Makes a storage that a tensor already has the one over its array.</summary>
    public static void Share(Storage<T> storage) => Known.GetValue(storage.Elements, _ => storage);
}
