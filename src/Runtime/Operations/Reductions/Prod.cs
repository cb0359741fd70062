using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Multiplies over dimensions. A product over nothing is 1.</summary>
    /// <remarks>The gradient of an element is the product of the others, which is right where elements are zero too.</remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimensions to multiply over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(ProdOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> Prod<T>(Tensor<T> x, ReadOnlySpan<int> dim = default, bool keepDims = false)
        where T : unmanaged, INumber<T> => Eager.Run<ProdOperation<T>, T, T>(new ProdOperation<T>(dim, keepDims), x);

    /// <inheritdoc cref="Prod{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="dim">The dimension to multiply over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Prod))]
    public static Tensor<T> Prod<T>(Tensor<T> x, int dim, bool keepDims = false)
        where T : unmanaged, INumber<T> => Prod(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Prod{T}(Tensor{T}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Prod))]
        public Tensor<T> Prod(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Prod(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Prod{T}(Tensor{T}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Prod))]
        public Tensor<T> Prod(int dim, bool keepDims = false) => Ops.Prod(x, dim, keepDims);
    }
}

/// <summary>Multiplies; the cotangent of an element is what the others multiply to.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimensions to multiply over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct ProdOperation<T>(ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, INumber<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Prod));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result) =>
        ReductionDriver.Run<ProductFold<T>, T>(input, ReducedShape.Mark(_dim, stackalloc bool[input.Rank]), result.Elements);

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        int rank = input.Rank;
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[rank]);
        TensorView<T> product = ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        TensorView<T> share = ReducedShape.Repeat(cotangent, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        ElementwiseDriver.Run<OthersByDivision, T, T, T>(input, product, share, default, inputCotangent);
        ProductOfOthers.Run(input, reduced, product, share, inputCotangent);
    }

    /// <summary>The product of the others by division, which is right where the whole product is a normal number.</summary>
    private readonly struct OthersByDivision : IElementwiseKernel<T>
    {
        public static int Arity => 3;

        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => third * (second / first);
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result)
    {
        int[] axes = _dim;
        return Composition.Pullback(ReducedShape.Restore(cotangent, input!.Shape, axes), input, x => ProductOfHalves.Of(x, axes));
    }
}
