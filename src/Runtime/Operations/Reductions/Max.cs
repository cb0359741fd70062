using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The largest element over dimensions; NaN where one is NaN.</summary>
    /// <remarks>Elements that tie share the gradient evenly.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor that has elements along the dimensions.</param>
    /// <param name="dim">The dimensions to search, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice, or there is no element to choose from.</exception>
    [Operation(typeof(MaxOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("reduce(nonempty(x, dim), dim, keepDims)")]
    public static Tensor<T> Max<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false)
        where T : unmanaged, INumber<T> => Eager.Run<MaxOperation<T>, T, T>(new MaxOperation<T>(dim, keepDims), x);

    /// <inheritdoc cref="Max{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor that has elements along the dimension.</param>
    /// <param name="dim">The dimension to search; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Max))]
    public static Tensor<T> Max<T>(Tensor<T> x, int dim, bool keepDims = false)
        where T : unmanaged, INumber<T> => Max(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Max{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Max))]
        public Tensor<T> Max(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Max(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Max{T}(Tensor{T}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Max))]
        public Tensor<T> Max(int dim, bool keepDims = false) => Ops.Max(x, dim, keepDims);
    }
}

/// <summary>Finds the largest elements.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to search; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct MaxOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>
    where T : unmanaged, INumber<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Max));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input)
    {
        if (!ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape))
            throw Contract.Refuse(input, _dim, keepDims);
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[input.Rank]);
        for (int axis = 0; axis < input.Rank; axis++)
        {
            if (reduced[axis] && input[axis] == 0)
                throw Contract.Refuse(input, _dim, keepDims);
        }

        return shape;
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        if (input.ElementCount > 0)
            ReductionDriver.Run<MaxFold<T>, T>(input, ReducedShape.Mark(_dim, stackalloc bool[input.Rank]), result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        int rank = input.Rank;
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[rank]);
        TensorView<T> largest = ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        TensorView<T> share = ReducedShape.Repeat(cotangent, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        ElementwiseDriver.Run<IsLargest, T, T, T>(input, largest, default, default, inputCotangent);

        int resultCount = result.ElementCount;
        T[] memory = ArrayPool<T>.Shared.Rent(Math.Max(1, resultCount));
        TensorView<T> ties = new(memory.AsSpan(0, resultCount), result.Sizes, result.Strides);
        ReductionDriver.Run<SumFold<T>, T>(inputCotangent, reduced, ties.Buffer);
        TensorView<T> tiesOfEach = ReducedShape.Repeat(ties, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        ElementwiseDriver.Run<Share, T, T, T>(inputCotangent, share, tiesOfEach, default, inputCotangent);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>One where an element is the largest, else zero. Where that is NaN, so are the elements to blame.</summary>
    private readonly struct IsLargest : IElementwiseKernel<T>
    {
        public static int Arity => 2;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes bothAreNaN = TLanes.Select(TLanes.Equal(second, second), TLanes.Zero, TLanes.Select(TLanes.Equal(first, first), TLanes.Zero, TLanes.One));
            return TLanes.Select(TLanes.Equal(first, second), TLanes.One, bothAreNaN);
        }
    }

    /// <summary>The cotangent, divided among those that tie.</summary>
    private readonly struct Share : IElementwiseKernel<T>
    {
        public static int Arity => 3;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.Equal(first, TLanes.One), second / third, TLanes.Zero);
    }
}
