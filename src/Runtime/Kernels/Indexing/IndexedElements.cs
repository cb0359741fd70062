using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Indexing;

/// <summary>
/// Walks an index along one axis: for each of its positions there is an element of a tensor at the same position, and an element of another tensor at
/// that position with the coordinate along the axis replaced by the index.
/// </summary>
internal static class IndexedElements
{
    /// <summary>Runs an action on each pair, in row-major order.</summary>
    /// <param name="operation">The operation's name, for the message about an index that is out of range.</param>
    /// <param name="index">The index.</param>
    /// <param name="axis">The axis, counted from 0; no matter for a scalar.</param>
    /// <param name="named">The tensor whose elements are named; not smaller than the index along other axes.</param>
    /// <param name="aligned">The tensor whose elements stand where the index does; not smaller than it.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the axis.</exception>
    public static void Run<TAction, T, TIndex>(string operation, TensorView<TIndex> index, int axis, TensorView<T> named, TensorView<T> aligned)
        where TAction : struct, IIndexedAction<T>
        where T : unmanaged
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if (index.ElementCount == 0)
            return;
        int rank = index.Rank;
        int size = rank == 0 ? 1 : named.Sizes[axis];
        nint step = rank == 0 ? 0 : named.Strides[axis];
        int inner = rank - 1;
        int count = rank == 0 ? 1 : index.Sizes[inner];
        nint indexStride = rank == 0 ? 0 : index.Strides[inner];
        nint alignedStride = rank == 0 ? 0 : aligned.Strides[inner];
        nint namedStride = rank == 0 || inner == axis ? 0 : named.Strides[inner];
        Span<int> position = stackalloc int[rank];
        position.Clear();
        (nint indexOffset, nint namedOffset, nint alignedOffset) = (0, 0, 0);
        while (true)
        {
            for (nint i = 0; i < count; i++)
            {
                long value = long.CreateTruncating(Unsafe.Add(ref index.First, indexOffset + (i * indexStride)));
                if ((ulong)value >= (ulong)size)
                    throw Outside(operation, value, axis, named.Sizes);
                TAction.Run(
                    ref Unsafe.Add(ref named.First, namedOffset + (i * namedStride) + ((nint)value * step)),
                    ref Unsafe.Add(ref aligned.First, alignedOffset + (i * alignedStride)));
            }

            int outer = inner - 1;
            for (; outer >= 0; outer--)
            {
                nint namedStep = outer == axis ? 0 : named.Strides[outer];
                indexOffset += index.Strides[outer];
                alignedOffset += aligned.Strides[outer];
                namedOffset += namedStep;
                if (++position[outer] < index.Sizes[outer])
                    break;
                indexOffset -= (nint)index.Strides[outer] * index.Sizes[outer];
                alignedOffset -= (nint)aligned.Strides[outer] * index.Sizes[outer];
                namedOffset -= namedStep * index.Sizes[outer];
                position[outer] = 0;
            }

            if (outer < 0)
                return;
        }
    }

    /// <summary>What is thrown for an index that is outside its dimension.</summary>
    public static ArgumentOutOfRangeException Outside(string operation, long value, int axis, ReadOnlySpan<int> sizes)
    {
        int size = sizes.IsEmpty ? 1 : sizes[axis];
        return OutOfRange("index", $"{operation}: index {value} is outside dimension {axis} of ({string.Join(", ", sizes.ToArray())}), which has size {size}");
    }

    /// <summary>What is thrown for an argument of an operation, which the kernel knows under another name.</summary>
    public static ArgumentOutOfRangeException OutOfRange(string argument, string message) => new(argument, message);
}
