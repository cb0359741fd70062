using TypedTensors.Kernels.Reductions;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Whether one is true over dimensions. Of nothing none is.</summary>
    /// <param name="x">Truth values of any shape.</param>
    /// <param name="dim">The dimensions to look over, negative ones counting from the end; all when left out or empty.</param>
    /// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
    /// <returns>A new tensor without the dimensions, or with size 1 in their places.</returns>
    /// <exception cref="ShapeException">A dimension is out of range or occurs twice.</exception>
    [Operation(typeof(AnyOperation), Differentiable = "")]
    [return: Shape("reduce(x, dim, keepDims)")]
    public static Tensor<bool> Any(Tensor<bool> x, ReadOnlySpan<int> dim = default, bool keepDims = false) =>
        Eager.Run<AnyOperation, bool, bool>(new AnyOperation(dim, keepDims), x);

    /// <inheritdoc cref="Any(Tensor{bool}, ReadOnlySpan{int}, bool)"/>
    /// <param name="x">Truth values of any shape.</param>
    /// <param name="dim">The dimension to look over; a negative one counts from the end.</param>
    /// <param name="keepDims">Whether the dimension stays, with size 1.</param>
    [FormOf(typeof(Ops), nameof(Any))]
    public static Tensor<bool> Any(Tensor<bool> x, int dim, bool keepDims = false) => Any(x, [dim], keepDims);
}

public static partial class TensorExtensions
{
    extension(Tensor<bool> x)
    {
        /// <inheritdoc cref="Ops.Any(Tensor{bool}, ReadOnlySpan{int}, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Any))]
        public Tensor<bool> Any(ReadOnlySpan<int> dim = default, bool keepDims = false) => Ops.Any(x, dim, keepDims);

        /// <inheritdoc cref="Ops.Any(Tensor{bool}, int, bool)"/>
        [FormOf(typeof(Ops), nameof(Ops.Any))]
        public Tensor<bool> Any(int dim, bool keepDims = false) => Ops.Any(x, dim, keepDims);
    }
}

/// <summary>Asks whether one is true.</summary>
/// <param name="dim">The dimensions to look over; all when empty.</param>
/// <param name="keepDims">Whether the dimensions stay, with size 1.</param>
public readonly struct AnyOperation(ReadOnlySpan<int> dim, bool keepDims) : IOperation<bool, bool>
{
    private readonly int[] _dim = dim.ToArray();

    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Any));

    /// <inheritdoc/>
    public Shape ResultShape(Shape input) =>
        ReducedShape.TryCompute(input, _dim, keepDims, out Shape shape) ? shape : throw Contract.Refuse(input, _dim, keepDims);

    /// <inheritdoc/>
    public void Forward(TensorView<bool> input, TensorView<bool> result) => TruthReduction.Run<AnyFold<byte>>(input, _dim, result);

    /// <inheritdoc/>
    public void Pullback(TensorView<bool> cotangent, TensorView<bool> input, TensorView<bool> result, TensorView<bool> inputCotangent) =>
        throw new NotSupportedException("Truth values have no gradient.");
}
