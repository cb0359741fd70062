using System.Runtime.InteropServices;

namespace TypedTensors;

/// <summary>
/// What a kernel sees of a tensor: memory, sizes and strides, without owner or history. The default value stands for a tensor
/// that is not there: a value that was not saved, or a gradient that nobody wants.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly ref struct TensorView<T>
    where T : unmanaged
{
    /// <summary>A view of memory.</summary>
    /// <param name="buffer">The memory from the first element on.</param>
    /// <param name="sizes">The size of each dimension.</param>
    /// <param name="strides">How many elements apart neighbours along each dimension lie; 0 repeats the same element.</param>
    public TensorView(Span<T> buffer, ReadOnlySpan<int> sizes, ReadOnlySpan<int> strides)
    {
        Buffer = buffer;
        Sizes = sizes;
        Strides = strides;
        IsPresent = true;
    }

    /// <summary>Whether there is a tensor at all.</summary>
    public bool IsPresent { get; }

    /// <summary>The memory from the first element on; it may reach past the last element.</summary>
    public Span<T> Buffer { get; }

    /// <summary>The size of each dimension, outermost first.</summary>
    public ReadOnlySpan<int> Sizes { get; }

    /// <summary>How many elements apart neighbours along each dimension lie.</summary>
    public ReadOnlySpan<int> Strides { get; }

    /// <summary>The number of dimensions.</summary>
    public int Rank => Sizes.Length;

    /// <summary>The first element.</summary>
    public ref T First => ref MemoryMarshal.GetReference(Buffer);

    /// <summary>The number of elements.</summary>
    public int ElementCount
    {
        get
        {
            int count = 1;
            foreach (int size in Sizes)
                count *= size;
            return count;
        }
    }

    /// <summary>Whether the elements lie in row-major order without gaps.</summary>
    public bool IsContiguous
    {
        get
        {
            int expected = 1;
            for (int axis = Rank - 1; axis >= 0; axis--)
            {
                if (Sizes[axis] == 0)
                    return true;
                if (Sizes[axis] != 1 && Strides[axis] != expected)
                    return false;
                expected *= Sizes[axis];
            }

            return true;
        }
    }

    /// <summary>The elements of a contiguous view in row-major order.</summary>
    /// <exception cref="InvalidOperationException">The view is not contiguous.</exception>
    public Span<T> Elements => IsContiguous
        ? Buffer[..ElementCount]
        : throw new InvalidOperationException("Only a contiguous view has its elements in one span.");
}
