using System.Numerics;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>The inner product of two vectors.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">A vector.</param>
    /// <param name="right">A vector of the same size.</param>
    /// <returns>A scalar.</returns>
    /// <exception cref="ShapeException">An argument is no vector, or the sizes differ.</exception>
    [Operation(typeof(DotOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Separately)]
    [return: Shape]
    public static Tensor<T> Dot<T>([Shape("n")] Tensor<T> left, [Shape("n")] Tensor<T> right)
        where T : unmanaged, INumber<T> => Eager.Run<DotOperation<T>, T, T, T>(default, left, right);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> left)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.Dot{T}(Tensor{T}, Tensor{T})"/>
        [FormOf(typeof(Ops), nameof(Ops.Dot))]
        public Tensor<T> Dot(Tensor<T> right) => Ops.Dot(left, right);
    }
}

/// <summary>Multiplies vectors.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct DotOperation<T> : IOperation<T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Dot));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        left.Rank == 1 && left == right
            ? Shape.Scalar
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
