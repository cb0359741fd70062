using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The products of two batches of matrices, which are not broadcast; <see cref="MatMul"/> broadcasts them.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">Matrices of shape (b, n, m).</param>
    /// <param name="right">Matrices of shape (b, m, p).</param>
    /// <returns>New matrices of shape (b, n, p).</returns>
    /// <exception cref="ShapeException">The ranks are others, or the batches or inner sizes differ.</exception>
    [Operation(typeof(BmmOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("b, n, p")]
    public static Tensor<T> Bmm<T>([Shape("b, n, m")] Tensor<T> left, [Shape("b, m, p")] Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<BmmOperation<T>, T, T, T>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Bmm{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Bmm))]
        public Tensor<T> Bmm(Tensor<T> right) => Ops.Bmm(left, right);
    }
}

/// <summary>Multiplies pairs of matrices.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct BmmOperation<T> : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Bmm));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left.Rank == 3 && right.Rank == 3 && left[0] == right[0] && left[2] == right[1]
            ? new Shape(left[0], left[1], right[2])
            : throw Contract.Refuse(left, right);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<T> right, TensorView<T> result) => default(MatMulOperation<T>).Forward(left, right, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> left,
        TensorView<T> right,
        TensorView<T> result,
        TensorView<T> leftCotangent,
        TensorView<T> rightCotangent) =>
        default(MatMulOperation<T>).Pullback(cotangent, left, right, result, leftCotangent, rightCotangent);
}
