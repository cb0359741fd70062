using TypedTensors.Autograd;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Movements;

/// <summary>
/// Operations that cut each axis into a few pieces and lay them elsewhere: every combination of one piece of each axis is a block, which is copied at once.
/// </summary>
internal static class PiecewiseCopy
{
    /// <summary>Copies the blocks of the argument to where they stand in the result.</summary>
    /// <param name="input">The argument.</param>
    /// <param name="result">The result, in which what no block covers is left alone.</param>
    /// <param name="pieces">The pieces, in the order of their axes.</param>
    public static void Run<T>(TensorView<T> input, TensorView<T> result, ReadOnlySpan<Piece> pieces)
        where T : unmanaged
    {
        var blocks = new BlockWalk(result.Rank, pieces, stackalloc int[BlockWalk.MemoryFor(result.Rank)]);
        while (blocks.MoveNext())
        {
            StridedCopy.Run(
                new TensorView<T>(input.Buffer[blocks.InputOffset(input.Strides)..], blocks.Sizes, blocks.InputStrides(input.Strides)),
                new TensorView<T>(result.Buffer[blocks.ResultOffset(result.Strides)..], blocks.Sizes, result.Strides));
        }
    }

    /// <summary>Adds the blocks of the result's cotangent to where they came from.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="inputCotangent">The contiguous cotangent of the argument; every element is written.</param>
    /// <param name="pieces">The pieces, in the order of their axes.</param>
    public static void Pullback<T>(TensorView<T> cotangent, TensorView<T> inputCotangent, ReadOnlySpan<Piece> pieces)
        where T : unmanaged
    {
        inputCotangent.Elements.Clear();
        var blocks = new BlockWalk(cotangent.Rank, pieces, stackalloc int[BlockWalk.MemoryFor(cotangent.Rank)]);
        while (blocks.MoveNext())
        {
            GradientArithmetic<T>.Instance!.AddInto(
                new TensorView<T>(cotangent.Buffer[blocks.ResultOffset(cotangent.Strides)..], blocks.Sizes, cotangent.Strides),
                new TensorView<T>(inputCotangent.Buffer[blocks.InputOffset(inputCotangent.Strides)..], blocks.Sizes, blocks.InputStrides(inputCotangent.Strides)));
        }
    }
}
