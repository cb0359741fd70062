using System.Buffers;
using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The standard deviation over dimensions: the square root of the variance.</summary>
    /// <remarks>The gradient where it is 0 is taken to be 0.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to take the deviation over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <param name="correction">
    /// What is taken off the number of elements before it divides: 1 for an estimate from a sample, 0 where the elements are all there are.
    /// </param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(StdOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> Std<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false, int correction = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<StdOperation<T>, T, T>(new StdOperation<T>(dim, keepDims, correction), x);

    /// <inheritdoc cref="Std{T}(Tensor{T}, ReadOnlySpan{int}, bool, int)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to take the deviation over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    /// <param name="correction">
    /// What is taken off the number of elements before it divides: 1 for an estimate from a sample, 0 where the elements are all there are.
    /// </param>
    [FormOf(typeof(Ops), nameof(Std))]
    public static Tensor<T> Std<T>(Tensor<T> x, int dim, bool keepDims = false, int correction = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Std(x, [dim], keepDims, correction);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Std{T}(Tensor{T}, ReadOnlySpan{int}, bool, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Std))]
        public Tensor<T> Std(ReadOnlySpan<int> dim = default, bool keepDims = false, int correction = 1) => Ops.Std(x, dim, keepDims, correction);

        /// <inheritdoc cref="Ops.Std{T}(Tensor{T}, int, bool, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Std))]
        public Tensor<T> Std(int dim, bool keepDims = false, int correction = 1) => Ops.Std(x, dim, keepDims, correction);
    }
}

/// <summary>Takes the square root of the variance.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to take the deviation over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
/// <param name="correction">
/// What is taken off the number of elements before it divides: 1 for an estimate from a sample, 0 where the elements are all there are.
/// </param>
public readonly struct StdOperation<T>(ReadOnlySpan<int> dim, bool keepDims, int correction) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Std));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims, correction);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        Deviations.Variance(input, _dim, correction, result);
        ElementwiseDriver.Run<UnaryForward<SqrtFunction<T>, T>, T, T, T>(result, default, default, default, result);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        int resultCount = result.ElementCount;
        T[] memory = ArrayPool<T>.Shared.Rent(resultCount);
        TensorView<T> ofVariance = new(memory.AsSpan(0, resultCount), result.Sizes, result.Strides);
        ElementwiseDriver.Run<OfVariance, T, T, T>(cotangent, result, default, default, ofVariance);
        Deviations.Pullback(ofVariance, input, _dim, keepDims, correction, inputCotangent);
        ArrayPool<T>.Shared.Return(memory);
    }

    /// <summary>The cotangent of the variance, of which the second operand is the square root.</summary>
    private readonly struct OfVariance : IElementwiseKernel<T>
    {
        public static int Arity => 2;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> =>
            TLanes.Select(TLanes.Equal(second, TLanes.Zero), TLanes.Zero, first / (second + second));
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result)
    {
        (int[] axes, bool keeps, int less) = (_dim, keepDims, correction);
        return Composition.Pullback(cotangent, input!, x => Ops.Sqrt(Deviations.RecordedVariance(x, axes, keeps, less)));
    }
}
