using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The product of a matrix and a vector.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">A matrix of shape (n, m).</param>
    /// <param name="right">A vector of size m.</param>
    /// <returns>A new vector of size n.</returns>
    /// <exception cref="ShapeException">The ranks are others, or the inner sizes differ.</exception>
    [Operation(typeof(MvOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape("n")]
    public static Tensor<T> Mv<T>([Shape("n, m")] Tensor<T> left, [Shape("m")] Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<MvOperation<T>, T, T, T>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Mv{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Mv))]
        public Tensor<T> Mv(Tensor<T> right) => Ops.Mv(left, right);
    }
}

/// <summary>Multiplies a matrix by a vector.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct MvOperation<T> : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Mv));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left.Rank == 2 && right.Rank == 1 && left[1] == right[0]
            ? new Shape(left[0])
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
