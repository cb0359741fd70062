using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

// A running sum of ints is of longs, so that it does not wrap around at 2^31.
public static partial class Ops
{
    /// <summary>The sums of what comes up to each place along a dimension; those of ints are longs.</summary>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [FormOf(typeof(Ops), nameof(CumSum))]
    public static Tensor<long> CumSum(Tensor<int> x, int dim) => Eager.Run<CumSumOfIntegersOperation, int, long>(new CumSumOfIntegersOperation(dim), x);
}

public static partial class TensorExtensions
{
    extension(Tensor<int> x)
    {
        /// <inheritdoc cref="Ops.CumSum(Tensor{int}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.CumSum))]
        public Tensor<long> CumSum(int dim) => Ops.CumSum(x, dim);
    }
}

/// <summary>Sums ints in longs along a dimension, step by step.</summary>
/// <param name="dim">The dimension.</param>
public readonly struct CumSumOfIntegersOperation(int dim) : IOperation<int, long>
{
    /// <inheritdoc/>
    public static OperationContract Contract => CumSumOperation<long>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => new CumSumOperation<long>(dim).ResultShape(input);

    /// <inheritdoc/>
    public void Forward(TensorView<int> input, TensorView<long> result)
    {
        WidenedReduction.Copy(input, result.Elements);
        RunningFold.Sum(result.Elements, Rows.AlongOrAll(result.Sizes, dim), fromTheEnd: false);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<long> cotangent, TensorView<int> input, TensorView<long> result, TensorView<int> inputCotangent) =>
        throw new NotSupportedException("Integers have no gradient.");
}
