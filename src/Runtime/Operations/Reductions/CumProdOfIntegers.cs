using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

// A running product of ints is of longs, so that it does not wrap around at 2^31.
public static partial class Ops
{
    /// <summary>The products of what comes up to each place along a dimension; those of ints are longs.</summary>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [FormOf(typeof(Ops), nameof(CumProd))]
    public static Tensor<long> CumProd(Tensor<int> x, int dim) => Eager.Run<CumProdOfIntegersOperation, int, long>(new CumProdOfIntegersOperation(dim), x);
}

public static partial class TensorExtensions
{
    extension(Tensor<int> x)
    {
        /// <inheritdoc cref="Ops.CumProd(Tensor{int}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.CumProd))]
        public Tensor<long> CumProd(int dim) => Ops.CumProd(x, dim);
    }
}

/// <summary>Multiplies ints in longs along a dimension, step by step.</summary>
/// <param name="dim">The dimension.</param>
public readonly struct CumProdOfIntegersOperation(int dim) : IOperation<int, long>
{
    /// <inheritdoc/>
    public static OperationContract Contract => CumProdOperation<long>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => new CumProdOperation<long>(dim).ResultShape(input);

    /// <inheritdoc/>
    public void Forward(TensorView<int> input, TensorView<long> result)
    {
        WidenedReduction.Copy(input, result.Elements);
        RunningFold.Product(result.Elements, Rows.AlongOrAll(result.Sizes, dim));
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<long> cotangent, TensorView<int> input, TensorView<long> result, TensorView<int> inputCotangent) =>
        throw new NotSupportedException("Integers have no gradient.");
}
