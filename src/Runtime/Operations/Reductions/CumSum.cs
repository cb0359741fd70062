using System.Numerics;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The sums of what comes up to each place along a dimension: <c>result[i] = x[0] + ... + x[i]</c>.</summary>
    /// <remarks>Floats are summed in double precision.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(CumSumOperation<>))]
    [return: Shape("axes(x, dim)")]
    public static Tensor<T> CumSum<T>(Tensor<T> x, int dim)
        where T : unmanaged, INumber<T> => Eager.Run<CumSumOperation<T>, T, T>(new CumSumOperation<T>(dim), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.CumSum{T}(Tensor{T}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.CumSum))]
        public Tensor<T> CumSum(int dim) => Ops.CumSum(x, dim);
    }
}

/// <summary>Sums along a dimension step by step; the cotangents are summed from the end.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct CumSumOperation<T>(int dim) : IOperation<T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.CumSum));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => Axes.TryMark([dim], stackalloc bool[input.Rank]) ? input : throw Contract.Refuse(input, dim);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        StridedCopy.Run(input, result);
        RunningFold.Sum(result.Elements, Rows.AlongOrAll(result.Sizes, dim), fromTheEnd: false);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        StridedCopy.Run(cotangent, inputCotangent);
        RunningFold.Sum(inputCotangent.Elements, Rows.AlongOrAll(inputCotangent.Sizes, dim), fromTheEnd: true);
    }
}
