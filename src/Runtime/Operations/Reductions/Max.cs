using System.Numerics;
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
public readonly struct MaxOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, INumber<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Max));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        Extreme.TryComputeShape(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => Extreme.Find<MaxFold<T>, T>(input, _dim, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        Extreme.Share(cotangent, input, _dim, keepDims, result, inputCotangent);

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result) => Extreme.ShareRecorded(cotangent, input!, _dim, result!);
}
