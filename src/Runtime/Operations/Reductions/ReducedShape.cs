using System.Numerics;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

/// <summary>What the reductions have in common: which dimensions go, and how a cotangent comes back to them.</summary>
internal static class ReducedShape
{
    /// <summary>The shape that is left.</summary>
    /// <param name="input">The argument's shape.</param>
    /// <param name="dim">The dimensions that go; an empty list stands for all.</param>
    /// <param name="keepDims">Whether they stay with size 1.</param>
    /// <param name="shape">The result's shape.</param>
    /// <returns>Whether the dimensions exist and none occurs twice.</returns>
    public static bool TryCompute(Shape input, ReadOnlySpan<int> dim, bool keepDims, out Shape shape)
    {
        shape = default;
        Span<bool> reduced = stackalloc bool[input.Rank];
        if (!Axes.TryMark(dim, reduced))
            return false;
        List<int> sizes = [];
        for (int axis = 0; axis < reduced.Length; axis++)
        {
            if (!reduced[axis])
                sizes.Add(input[axis]);
            else if (keepDims)
                sizes.Add(1);
        }

        shape = new Shape([.. sizes]);
        return true;
    }

    /// <summary>For each dimension of a tensor whether it goes.</summary>
    /// <param name="dim">The dimensions that go, which exist; an empty list stands for all.</param>
    /// <param name="reduced">One truth value for each dimension.</param>
    public static Span<bool> Mark(ReadOnlySpan<int> dim, Span<bool> reduced)
    {
        Axes.TryMark(dim, reduced);
        return reduced;
    }

    /// <summary>Shows a result, or its cotangent, with the argument's shape: repeated along the dimensions that went.</summary>
    /// <param name="result">The result, or its cotangent.</param>
    /// <param name="sizes">The argument's sizes.</param>
    /// <param name="reduced">For each of the argument's dimensions whether it went.</param>
    /// <param name="keepDims">Whether those are there with size 1.</param>
    /// <param name="strides">One integer for each of the argument's dimensions, which the view keeps using.</param>
    public static TensorView<T> Repeat<T>(TensorView<T> result, ReadOnlySpan<int> sizes, ReadOnlySpan<bool> reduced, bool keepDims, Span<int> strides)
        where T : unmanaged
    {
        int next = 0;
        for (int axis = 0; axis < sizes.Length; axis++)
        {
            strides[axis] = reduced[axis] ? 0 : result.Strides[next];
            if (!reduced[axis] || keepDims)
                next++;
        }

        return new TensorView<T>(result.Buffer, sizes, strides);
    }

    /// <summary>A result, or its cotangent, with the dimensions that went at size 1; recorded.</summary>
    /// <param name="result">The result, or its cotangent.</param>
    /// <param name="input">The argument's shape.</param>
    /// <param name="dim">The dimensions that went; an empty list stands for all.</param>
    public static Tensor<T> Restore<T>(Tensor<T> result, Shape input, ReadOnlySpan<int> dim)
        where T : unmanaged
    {
        TryCompute(input, dim, keepDims: true, out Shape shape);
        return Ops.Reshape(result, shape.Sizes);
    }

    /// <summary>Brings the cotangents of selected elements back to where those are in the argument; recorded.</summary>
    /// <param name="cotangent">The cotangents.</param>
    /// <param name="indices">The position of each along the dimension, of the same shape.</param>
    /// <param name="input">The argument's shape.</param>
    /// <param name="dim">The dimension.</param>
    public static Tensor<T> Scatter<T>(Tensor<T> cotangent, Tensor<long> indices, Shape input, int dim)
        where T : unmanaged, INumber<T> =>
        input.Rank == 0 ? cotangent : Ops.ScatterAdd(Tensor.Zeros<T>(input.Sizes), dim, indices, cotangent);

    /// <summary>Writes the cotangent of a sum: that of each result to every element that it came from.</summary>
    public static void Spread<T>(TensorView<T> cotangent, ReadOnlySpan<int> dim, bool keepDims, TensorView<T> inputCotangent)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[inputCotangent.Rank];
        Span<bool> reduced = Mark(dim, stackalloc bool[inputCotangent.Rank]);
        StridedCopy.Run(Repeat(cotangent, inputCotangent.Sizes, reduced, keepDims, strides), inputCotangent);
    }
}
