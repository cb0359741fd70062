using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>Takes each element from one tensor where a condition holds, else from another.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="condition">Where to take <paramref name="a"/>.</param>
    /// <param name="a">The elements where the condition holds.</param>
    /// <param name="b">The elements where it does not; all three are broadcast together, and a number counts as a scalar.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(WhereOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Together, Differentiable = "a, b")]
    [return: Shape("broadcast(condition, a, b)")]
    public static Tensor<T> Where<T>(Tensor<bool> condition, Tensor<T> a, Tensor<T> b)
        where T : unmanaged, INumber<T> => Eager.Run<WhereOperation<T>, bool, T, T, T>(default, condition, a, b);

    /// <inheritdoc cref="Where{T}(Tensor{bool}, Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Where))]
    public static Tensor<T> Where<T>(Tensor<bool> condition, Tensor<T> a, T b)
        where T : unmanaged, INumber<T> => Where(condition, a, Tensor.Scalar(b));

    /// <inheritdoc cref="Where{T}(Tensor{bool}, Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Where))]
    public static Tensor<T> Where<T>(Tensor<bool> condition, T a, Tensor<T> b)
        where T : unmanaged, INumber<T> => Where(condition, Tensor.Scalar(a), b);

    /// <inheritdoc cref="Where{T}(Tensor{bool}, Tensor{T}, Tensor{T})"/>
    [FormOf(typeof(Ops), nameof(Where))]
    public static Tensor<T> Where<T>(Tensor<bool> condition, T a, T b)
        where T : unmanaged, INumber<T> => Where(condition, Tensor.Scalar(a), Tensor.Scalar(b));
}

/// <summary>Selects by a condition; the cotangent goes to where the element came from.</summary>
/// <typeparam name="T">The element type.</typeparam>
public readonly struct WhereOperation<T> : IOperation<bool, T, T, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.Where));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) => Broadcasting.Combine(first, second, third, Contract);

    /// <inheritdoc/>
    public void Forward(TensorView<bool> first, TensorView<T> second, TensorView<T> third, TensorView<T> result) =>
        Selection.Run(first, second, third, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<bool> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<bool> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent)
    {
        if (secondCotangent.IsPresent)
            Selection.RunAndSum(first, cotangent, default, secondCotangent);
        if (thirdCotangent.IsPresent)
            Selection.RunAndSum(first, default, cotangent, thirdCotangent);
    }
}
