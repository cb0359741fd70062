using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>A copy with a value where a mask is true.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="x">The elements where the mask is false.</param>
    /// <param name="mask">Where the value goes; both are broadcast together.</param>
    /// <param name="value">The value.</param>
    /// <returns>A tensor of the broadcast shape.</returns>
    /// <exception cref="ShapeException">The shapes cannot be broadcast together.</exception>
    [Operation(typeof(MaskedFillOperation<>), Saves = Saved.Inputs, Linearity = Linearity.Together)]
    [return: Shape("broadcast(x, mask)")]
    public static Tensor<T> MaskedFill<T>(Tensor<T> x, Tensor<bool> mask, T value)
        where T : unmanaged, INumber<T> => Eager.Run<MaskedFillOperation<T>, T, bool, T>(new MaskedFillOperation<T>(value), x, mask);
}

public static partial class TensorExtensions
{
    extension<T>(Tensor<T> x)
        where T : unmanaged, INumber<T>
    {
        /// <inheritdoc cref="Ops.MaskedFill{T}(Tensor{T}, Tensor{bool}, T)"/>
        [FormOf(typeof(Ops), nameof(Ops.MaskedFill))]
        public Tensor<T> MaskedFill(Tensor<bool> mask, T value) => Ops.MaskedFill(x, mask, value);
    }
}

/// <summary>Puts a value where a mask is true; no cotangent comes from there.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="value">The value.</param>
public readonly struct MaskedFillOperation<T>(T value) : IOperation<T, bool, T>
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.MaskedFill));

    /// <inheritdoc/>
    public Shape ResultShape(Shape left, Shape right) =>
        Broadcasting.TryCombine(left, right, out Shape result) ? result : throw Contract.Refuse(left, right, null);

    /// <inheritdoc/>
    public void Forward(TensorView<T> left, TensorView<bool> right, TensorView<T> result)
    {
        T filling = value;
        Selection.Run(right, new TensorView<T>(new Span<T>(ref filling), [], []), left, result);
    }

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent, TensorView<T> left, TensorView<bool> right, TensorView<T> result, TensorView<T> leftCotangent, TensorView<bool> rightCotangent) =>
        Selection.RunAndSum(right, default, cotangent, leftCotangent);
}
