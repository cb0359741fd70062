using System.Numerics;
using TypedTensors.Autograd;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The variance over dimensions: the sum of the squared distances from the mean, divided by <c>n - correction</c>.</summary>
    /// <remarks>Where no divisor is left the variance of equal elements, or of nothing, is NaN, else infinity.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to take the variance over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <param name="correction">
    /// What is taken off the number of elements before it divides: 1 for an estimate from a sample, 0 where the elements are all there are.
    /// </param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(VarOperation<>), Saves = Saved.Inputs)]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> Var<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false, int correction = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<VarOperation<T>, T, T>(new VarOperation<T>(dim, keepDims, correction), x);

    /// <inheritdoc cref="Var{T}(Tensor{T}, ReadOnlySpan{int}, bool, int)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to take the variance over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    /// <param name="correction">
    /// What is taken off the number of elements before it divides: 1 for an estimate from a sample, 0 where the elements are all there are.
    /// </param>
    [FormOf(typeof(Ops), nameof(Var))]
    public static Tensor<T> Var<T>(Tensor<T> x, int dim, bool keepDims = false, int correction = 1)
        where T : unmanaged, IFloatingPointIeee754<T> => Var(x, [dim], keepDims, correction);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Var{T}(Tensor{T}, ReadOnlySpan{int}, bool, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Var))]
        public Tensor<T> Var(ReadOnlySpan<int> dim = default, bool keepDims = false, int correction = 1) => Ops.Var(x, dim, keepDims, correction);

        /// <inheritdoc cref="Ops.Var{T}(Tensor{T}, int, bool, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.Var))]
        public Tensor<T> Var(int dim, bool keepDims = false, int correction = 1) => Ops.Var(x, dim, keepDims, correction);
    }
}

/// <summary>Takes the mean of squared distances from the mean.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to take the variance over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
/// <param name="correction">
/// What is taken off the number of elements before it divides: 1 for an estimate from a sample, 0 where the elements are all there are.
/// </param>
public readonly struct VarOperation<T>(ReadOnlySpan<int> dim, bool keepDims, int correction) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Var));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims, correction);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) => Deviations.Variance(input, _dim, correction, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent) =>
        Deviations.Pullback(cotangent, input, _dim, keepDims, correction, inputCotangent);

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result)
    {
        (int[] axes, bool keeps, int less) = (_dim, keepDims, correction);
        return Composition.Pullback(cotangent, input!, x => Deviations.RecordedVariance(x, axes, keeps, less));
    }
}
