using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;
using TypedTensors.Kernels.Strided;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The products of what comes up to each place along a dimension: <c>result[i] = x[0] * ... * x[i]</c>.</summary>
    /// <remarks>Floats are multiplied in double precision. The gradient is right where elements are zero too.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension; a negative one counts from the end.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException"><paramref name="dim"/> is out of range.</exception>
    [Operation(typeof(CumProdOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("axes(x, dim)")]
    public static Tensor<T> CumProd<T>(Tensor<T> x, int dim)
        where T : unmanaged, INumber<T> => Eager.Run<CumProdOperation<T>, T, T>(new CumProdOperation<T>(dim), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.CumProd{T}(Tensor{T}, int)"/>
        [FormOf(typeof(Ops), nameof(Ops.CumProd))]
        public Tensor<T> CumProd(int dim) => Ops.CumProd(x, dim);
    }
}

/// <summary>Multiplies along a dimension step by step; the cotangents need no division.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension.</param>
public readonly struct CumProdOperation<T>(int dim) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.CumProd));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) => Axes.TryMark([dim], stackalloc bool[input.Rank]) ? input : throw Contract.Refuse(input, dim);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        StridedCopy.Run(input, result);
        RunningFold.Product(result.Elements, Rows.AlongOrAll(result.Sizes, dim));
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        using ElementList<T> elements = new(input);
        StridedCopy.Run(cotangent, inputCotangent);
        RunningFold.ProductPullback(elements.Values, result.Elements, inputCotangent.Elements, Rows.AlongOrAll(inputCotangent.Sizes, dim));
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result)
    {
        int axis = dim;
        return Composition.Pullback(cotangent, input!, x => ProductOfHalves.Running(x, axis));
    }
}
