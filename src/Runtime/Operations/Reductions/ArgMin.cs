using System.Numerics;
using TypedTensors.Kernels.Indexing;
using TypedTensors.Kernels.Normalization;
using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Where the smallest element is; the first where several tie. NaN counts as smaller than every number.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">A tensor that has elements along the dimension.</param>
    /// <param name="dim">The dimension to search, a negative one counting from the end; all elements in row-major order when null.</param>
    /// <param name="keepDims">Whether what was searched stays, with size 1.</param>
    /// <returns>Positions along the dimension, or one position among all elements, counted from 0. They have no gradient.</returns>
    /// <exception cref="ShapeException">The dimension is out of range, or there is no element to choose from.</exception>
    [Operation(typeof(ArgMinOperation<>), Differentiable = "")]
    [return: Shape("reduce(nonempty(x, dim), dim, keepDims)")]
    public static Tensor<long> ArgMin<T>(Tensor<T> x, int? dim = null, bool keepDims = false)
        where T : unmanaged, INumber<T> => Eager.Run<ArgMinOperation<T>, T, long>(new ArgMinOperation<T>(dim, keepDims), x);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.ArgMin{T}(Tensor{T}, int?, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.ArgMin))]
        public Tensor<long> ArgMin(int? dim = null, bool keepDims = false) => Ops.ArgMin(x, dim, keepDims);
    }
}

/// <summary>Finds where the smallest elements are.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="dim">The dimension to search; all elements when null.</param>
/// <param name="keepDims">Whether what was searched stays, with size 1.</param>
public readonly struct ArgMinOperation<T>(int? dim, bool keepDims) : IOperation<T, long>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ArgMin));

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
        FirstExtreme.Find<MinFold<T>, T>(elements.Values, Rows.AlongOrAll(input.Sizes, dim), result.Elements);
    }

    /// <inheritdoc/>
    public void Pullback(TensorView<long> cotangent, TensorView<T> input, TensorView<long> result, TensorView<T> inputCotangent) =>
        throw new NotSupportedException("Positions have no gradient.");
}
