using System.Numerics;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The logarithm of the softmax along a dimension: <c>x - log(sum(exp(x)))</c>, without going through probabilities that underflow.</summary>
    /// <remarks>The largest element is subtracted first, so that large ones do not overflow.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of rank 1 or more.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>A tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(LogSoftmaxOperation<>), Saves = Saved.Result)]
    [return: Shape("replace(x, dim, size(x, dim))")]
    public static Tensor<T> LogSoftmax<T>(Tensor<T> x, int dim)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<LogSoftmaxOperation<T>, T, T>(new LogSoftmaxOperation<T>(dim), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.LogSoftmax{T}(Tensor{T}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.LogSoftmax))]
        public Tensor<T> LogSoftmax(int dim) => Ops.LogSoftmax(x, dim);
    }
}

/// <summary>Turns rows into log-probabilities.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct LogSoftmaxOperation<T>(int dim) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.LogSoftmax));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => Axes.TryResolve(dim, input.Rank, out _) ? input : throw Contract.Refuse(input, dim);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        bool isContiguous = input.IsContiguous;
        if (!isContiguous)
            StridedCopy.Run(input, result);
        SoftmaxKernel.LogSoftmax(RowsOf(result), isContiguous ? input.Elements : result.Elements, result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        bool isContiguous = cotangent.IsContiguous;
        if (!isContiguous)
            StridedCopy.Run(cotangent, inputCotangent);
        SoftmaxKernel.LogSoftmaxPullback(
            RowsOf(result), isContiguous ? cotangent.Elements : inputCotangent.Elements, result.Elements, inputCotangent.Elements);
    }

    private Rows RowsOf(TensorView<T> tensor) => Rows.Along(tensor.Sizes, dim < 0 ? dim + tensor.Rank : dim);

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result) =>
        cotangent - (Ops.Exp(result!) * Ops.Sum(cotangent, dim, keepDims: true));
}
