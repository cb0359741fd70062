using System.Buffers;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The logarithm of the sum of the exponentials over dimensions: <c>log(sum(exp(x)))</c>. That of nothing is minus infinity.</summary>
    /// <remarks>The largest element is subtracted first, so that large ones do not overflow.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to sum over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(LogSumExpOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> LogSumExp<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<LogSumExpOperation<T>, T, T>(new LogSumExpOperation<T>(dim, keepDims), x);

    /// <inheritdoc cref="LogSumExp{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(LogSumExp))]
    public static Tensor<T> LogSumExp<T>(Tensor<T> x, int dim, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> => LogSumExp(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.LogSumExp{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.LogSumExp))]
        public Tensor<T> LogSumExp(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.LogSumExp(x, dim, keepDims);

        /// <inheritdoc cref="Ops.LogSumExp{T}(Tensor{T}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.LogSumExp))]
        public Tensor<T> LogSumExp(int dim, bool keepDims = false) => Ops.LogSumExp(x, dim, keepDims);
    }
}

/// <summary>Sums exponentials that are scaled by the largest; the cotangent is shared by softmax.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to sum over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct LogSumExpOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LogSumExp));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        Span<T> elements = result.Elements;
        if (input.ElementCount == 0)
        {
            elements.Fill(T.NegativeInfinity);
            return;
        }

        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[input.Rank]);
        T[] memory = ArrayPool<T>.Shared.Rent(elements.Length);
        TensorView<T> largest = new(memory.AsSpan(0, elements.Length), result.Sizes, result.Strides);
        ReductionDriver.Run<MaxFold<T>, T>(input, reduced, largest.Buffer);
        ElementwiseDriver.Run<FiniteOrZero, T, T, T>(largest, default, default, default, largest);
        MappedSum.Run<ScaledExp, T>(input, reduced, largest.Buffer, elements);
        ElementwiseDriver.Run<LogPlus, T, T, T>(result, largest, default, default, result);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        int rank = input.Rank;
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[rank]);
        ElementwiseDriver.Run<SoftmaxTimes, T, T, T>(
            input,
            ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[rank]),
            ReducedShape.Repeat(cotangent, input.Sizes, reduced, keepDims, stackalloc int[rank]),
            default,
            inputCotangent);
    }

    /// <summary>The element, or zero where it is not finite: infinity less infinity would be no number.</summary>
    private readonly struct FiniteOrZero : IElementwiseKernel<T>
    {
        public static int Arity => 1;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(TLanes.Equal(first - first, TLanes.Zero), first, TLanes.Zero);
    }

    /// <summary>exp(first - second).</summary>
    private readonly struct ScaledExp : ISummand<T>
    {
        public static int Arity => 2;

        public static T Neutral(T statistic) => T.NegativeInfinity;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Exp(first - second);
    }

    /// <summary>log(first) + second.</summary>
    private readonly struct LogPlus : IElementwiseKernel<T>
    {
        public static int Arity => 2;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Log(first) + second;
    }

    /// <summary>exp(first - second) third.</summary>
    private readonly struct SoftmaxTimes : IElementwiseKernel<T>
    {
        public static int Arity => 3;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Exp(first - second) * third;
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result) =>
        ReducedShape.Restore(cotangent, input!.Shape, _dim) * Ops.Exp(input - ReducedShape.Restore(result!, input.Shape, _dim));
}
