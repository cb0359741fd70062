using System.Numerics;
using TypedTensors.Autograd;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The norm over dimensions: <c>sum(|x|^p)^(1/p)</c>. That of nothing is 0.</summary>
    /// <remarks>
    /// For infinite <paramref name="p"/> it is the largest magnitude, or the smallest, and those that tie share the gradient evenly; for 0 it is how many
    /// elements are not zero. The gradient of an element that is zero, and where the norm is 0, is taken to be 0.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="p">The order.</param>
    /// <param name="dim">The dimensions to take the norm over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(NormOperation<>), Saves = Saved.Inputs | Saved.Result)]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<T> Norm<T>(Tensor<T> x, double p = 2, ReadOnlySpan<int> dim = default, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<NormOperation<T>, T, T>(new NormOperation<T>(p, dim, keepDims), x);

    /// <inheritdoc cref="Norm{T}(Tensor{T}, double, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">A tensor of any shape.</param>
    /// <param name="p">The order.</param>
    /// <param name="dim">The dimension to take the norm over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Norm))]
    public static Tensor<T> Norm<T>(Tensor<T> x, double p, int dim, bool keepDims = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Norm(x, p, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        /// <inheritdoc cref="Ops.Norm{T}(Tensor{T}, double, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Norm))]
        public Tensor<T> Norm(double p = 2, ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Norm(x, p, dim, keepDims);

        /// <inheritdoc cref="Ops.Norm{T}(Tensor{T}, double, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Norm))]
        public Tensor<T> Norm(double p, int dim, bool keepDims = false) => Ops.Norm(x, p, dim, keepDims);
    }
}

/// <summary>Sums powers of magnitudes and takes the root.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="p">The order.</param>
/// <param name="dim">The dimensions to take the norm over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct NormOperation<T>(double p, ReadOnlySpan<int> dim, bool keepDims) : IOperation<T, T>, IRecordedPullback<T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Norm));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, p, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<T> result)
    {
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[input.Rank]);
        T order = T.CreateTruncating(p);
        if (input.ElementCount == 0)
            result.Elements.Clear();
        else if (double.IsInfinity(p))
            Magnitudes.Extreme(input, reduced, isLargest: p > 0, result.Elements);
        else if (p == 0)
            MappedSum.Run<IsNonZero<T>, T>(input, reduced, new Span<T>(ref order), result.Elements);
        else if (p == 1)
            MappedSum.Run<Magnitude<T>, T>(input, reduced, new Span<T>(ref order), result.Elements);
        else if (p == 2)
            MappedSum.Run<Square<T>, T>(input, reduced, new Span<T>(ref order), result.Elements);
        else if (p == 3)
            MappedSum.Run<Cube<T>, T>(input, reduced, new Span<T>(ref order), result.Elements);
        else
            MappedSum.Run<MagnitudeToPower<T>, T>(input, reduced, new Span<T>(ref order), result.Elements);

        if (p == 2)
        {
            ElementwiseDriver.Run<UnaryForward<SqrtFunction<T>, T>, T, T, T>(result, default, default, default, result);
        }
        else if (p is not (0 or 1) && double.IsFinite(p) && input.ElementCount > 0)
        {
            T inverse = T.CreateTruncating(1 / p);
            ElementwiseDriver.Run<BinaryForward<PowerFunction<T>, T>, T, T, T>(
                result, new TensorView<T>(new Span<T>(ref inverse), [], []), default, default, result);
        }
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<T> cotangent, TensorView<T> input, TensorView<T> result, TensorView<T> inputCotangent)
    {
        int rank = input.Rank;
        Span<bool> reduced = ReducedShape.Mark(_dim, stackalloc bool[rank]);
        TensorView<T> norm = ReducedShape.Repeat(result, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        TensorView<T> share = ReducedShape.Repeat(cotangent, input.Sizes, reduced, keepDims, stackalloc int[rank]);
        if (double.IsInfinity(p))
        {
            ElementwiseDriver.Run<Magnitude<T>, T, T, T>(input, default, default, default, inputCotangent);
            Extreme.Share(cotangent, inputCotangent, _dim, keepDims, result, inputCotangent);
            ElementwiseDriver.Run<SignTimes<T>, T, T, T>(input, inputCotangent, default, default, inputCotangent);
        }
        else if (p == 0)
        {
            inputCotangent.Elements.Clear();
        }
        else if (p == 1)
        {
            ElementwiseDriver.Run<SignTimes<T>, T, T, T>(input, share, default, default, inputCotangent);
        }
        else if (p == 2)
        {
            ElementwiseDriver.Run<PartOfEuclidean<T>, T, T, T>(input, norm, share, default, inputCotangent);
        }
        else
        {
            T exponent = T.CreateTruncating(p - 1);
            ElementwiseDriver.Run<PartOfNorm<T>, T, T, T>(input, norm, share, new TensorView<T>(new Span<T>(ref exponent), [], []), inputCotangent);
        }
    }

    /// <inheritdoc/>
    public Tensor<T> RecordedPullback(Tensor<T> cotangent, Tensor<T>? input, Tensor<T>? result)
    {
        (double order, int[] axes) = (p, _dim);
        Tensor<T> share = ReducedShape.Restore(cotangent, input!.Shape, axes);
        if (order == 0)
            return input * T.Zero;
        if (order != 2)
            return Composition.Pullback(share, input, x => Composed(x, order, axes));

        // Not by composition, as the square root has no derivative at the zero vector, where the norm's is 0.
        Tensor<T> norm = ReducedShape.Restore(result!, input.Shape, axes);
        Tensor<bool> isZero = Ops.Eq(norm, Tensor.Scalar(T.Zero));
        return Ops.Where(isZero, T.Zero, share * input / Ops.Where(isZero, T.One, norm));
    }

    private static Tensor<T> Composed(Tensor<T> x, double order, int[] axes)
    {
        Tensor<T> magnitude = Ops.Abs(x);
        return order switch
        {
            double.PositiveInfinity => Ops.Max(magnitude, axes, keepDims: true),
            double.NegativeInfinity => Ops.Min(magnitude, axes, keepDims: true),
            1 => Ops.Sum(magnitude, axes, keepDims: true),
            _ => Ops.Power(Ops.Sum(Ops.Power(magnitude, T.CreateTruncating(order)), axes, keepDims: true), T.CreateTruncating(1 / order)),
        };
    }
}
