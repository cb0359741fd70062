using System.Numerics;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Sums over dimensions. A sum over nothing is 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to sum over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(SumOperation<>))]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> Sum<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false)
        where T : unmanaged, INumber<T> => Eager.Run<SumOperation<T>, T, T>(new SumOperation<T>(dim, keepDims), x);

    /// <inheritdoc cref="Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to sum over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Sum))]
    public static Tensor<T> Sum<T>(Tensor<T> x, int dim, bool keepDims = false)
        where T : unmanaged, INumber<T> => Sum(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Sum{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum))]
        public Tensor<T> Sum(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Sum(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Sum{T}(Tensor{T}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Sum))]
        public Tensor<T> Sum(int dim, bool keepDims = false) => Ops.Sum(x, dim, keepDims);
    }
}

/// <summary>Sums.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to sum over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct SumOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>
    where T : unmanaged, INumber<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Sum));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        ReductionDriver.Run<SumFold<T>, T>(input, ReducedShape.Mark(_dim, stackalloc bool[input.Rank]), result.Elements);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        ReducedShape.Spread(cotangent, _dim, keepDims, inputCotangent);
}
