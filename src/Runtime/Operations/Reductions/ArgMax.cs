using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where the largest element is; the first where several tie. NaN counts as larger than every number.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor that has elements along the dimension.</param>
    /// <param name="dim">The dimension to search, a negative one counting from the end; all elements in row-major order when null.</param>
    /// <param name="keepDims">Whether what was searched stays, with size 1.</param>
    /// <returns>Positions along the dimension, or one position among all elements, counted from 0. They have no gradient.</returns>
    /// <exception cref="ShapeException">The dimension is out of range, or there is no element to choose from.</exception>
    [Operation(typeof(ArgMaxOperation<>), Differentiable = "")]
    [return: Shape("reduce(nonempty(x, dim), dim, keepDims)")]
    public static Tensor<long> ArgMax<T>(Tensor<T> x, int? dim = null, bool keepDims = false)
        where T : unmanaged, INumber<T> => Eager.Run<ArgMaxOperation<T>, T, long>(new ArgMaxOperation<T>(dim, keepDims), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.ArgMax{T}(Tensor{T}, int?, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.ArgMax))]
        public Tensor<long> ArgMax(int? dim = null, bool keepDims = false) => Ops.ArgMax(x, dim, keepDims);
    }
}

/// <summary>Finds where the largest elements are.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension to search; all elements when null.</param>
/// <param name="keepDims">Whether what was searched stays, with size 1.</param>
public readonly struct ArgMaxOperation<T>(int? dim, bool keepDims) : IOperation<T, long>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ArgMax));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input)
    {
        ReadOnlySpan<int> searched = dim is { } axis ? [axis] : [];
        return Extreme.TryComputeShape(input, searched, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, dim, keepDims);
    }

    /// <inheritdoc/>
    public void Forward(TensorView<T> input, TensorView<long> result)
    {
        using ElementList<T> elements = new(input);
        FirstExtreme.Find<MaxFold<T>, T>(elements.Values, Rows.AlongOrAll(input.Sizes, dim), result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<long> cotangent, TensorView<T> input, TensorView<long> result, TensorView<T> inputCotangent) =>
        throw new NotSupportedException("Positions have no gradient.");
}
