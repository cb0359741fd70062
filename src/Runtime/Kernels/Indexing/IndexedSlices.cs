using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Indexing;

/// <summary>Slices of a tensor along an axis, named by an index: rows of a table, columns of a matrix.</summary>
internal static class IndexedSlices
{
    /// <summary>Copies the named slices, one after the other.</summary>
    /// <param name="operation">The operation's name, for the message about an index that is out of range.</param>
    /// <param name="input">The tensor.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="index">Which slices.</param>
    /// <param name="result">The slices, along the same axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the axis.</exception>
    public static void Copy<T, TIndex>(string operation, TensorView<T> input, int axis, Span<TIndex> index, TensorView<T> result)
        where T : unmanaged
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        foreach (TIndex value in index)
            Check(operation, value, axis, input.Sizes);
        if (result.ElementCount == 0)
            return;
        Span<int> memory = stackalloc int[3 * result.Rank];
        for (int i = 0; i < index.Length; i++)
            StridedCopy.Run(Slice(input, axis, int.CreateTruncating(index[i]), memory, 0), Slice(result, axis, i, memory, 1));
    }

    /// <summary>Adds the cotangents of slices to where they came from.</summary>
    /// <param name="cotangent">The cotangent of the slices.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="index">Which slices, all within the axis.</param>
    /// <param name="skipped">A slice that gets none; -1 for none.</param>
    /// <param name="inputCotangent">The contiguous cotangent of the tensor; every element is written.</param>
    public static void Pullback<T, TIndex>(TensorView<T> cotangent, int axis, Span<TIndex> index, int skipped, TensorView<T> inputCotangent)
        where T : unmanaged
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        inputCotangent.Elements.Clear();
        if (cotangent.ElementCount == 0)
            return;
        Span<int> memory = stackalloc int[3 * cotangent.Rank];
        for (int i = 0; i < index.Length; i++)
        {
            int at = int.CreateTruncating(index[i]);
            if (at != skipped)
                GradientArithmetic<T>.Instance!.AddInto(Slice(cotangent, axis, i, memory, 0), Slice(inputCotangent, axis, at, memory, 1));
        }
    }

    private static void Check<TIndex>(string operation, TIndex value, int axis, ReadOnlySpan<int> sizes)
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        if ((ulong)long.CreateTruncating(value) >= (ulong)sizes[axis])
            throw IndexedElements.Outside(operation, long.CreateTruncating(value), axis, sizes);
    }

    /// <summary>One slice, without the axis. The sizes go to the first part of the memory, the strides to one of the others.</summary>
    private static TensorView<T> Slice<T>(TensorView<T> tensor, int axis, int at, Span<int> memory, int operand)
        where T : unmanaged
    {
        int rank = tensor.Rank;
        Span<int> sizes = memory[..(rank - 1)], strides = memory.Slice((operand + 1) * rank, rank - 1);
        tensor.Sizes[..axis].CopyTo(sizes);
        tensor.Sizes[(axis + 1)..].CopyTo(sizes[axis..]);
        tensor.Strides[..axis].CopyTo(strides);
        tensor.Strides[(axis + 1)..].CopyTo(strides[axis..]);
        return new TensorView<T>(tensor.Buffer[(at * tensor.Strides[axis])..], sizes, strides);
    }
}
