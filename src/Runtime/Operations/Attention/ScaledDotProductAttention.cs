using System.Numerics;
using TypedTensors.Kernels.Attention;
using TypedTensors.Kernels.Gemm;

namespace TypedTensors;

public static partial class Ops
{
    /// <summary>For each query the mean of values, weighted by how well their keys fit: <c>softmax(query · keyᵀ / sqrt(d)) · value</c>.</summary>
    /// <remarks>
    /// Vaswani and others, "Attention Is All You Need", 2017. The weights are never in memory all at once. A query that sees no key gives NaN, as a softmax over nothing does.
    /// </remarks>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="query">Shape (..., l, d).</param>
    /// <param name="key">Shape (..., s, d).</param>
    /// <param name="value">Shape (..., s, e). The dimensions before the last two of all are broadcast together.</param>
    /// <param name="mask">Shape (..., l, s): which keys a query sees. Left out, it sees all.</param>
    /// <param name="causal">Whether a query sees the keys up to its own position alone.</param>
    /// <returns>A new tensor of shape (..., l, e).</returns>
    /// <exception cref="ShapeException">The shapes do not fit each other.</exception>
    [Operation(typeof(AttentionOperation<>), Saves = Saved.Inputs, Differentiable = "query, key, value")]
    [return: Shape("...matmul(broadcast(mask, matmul(query, swap(key, -2, -1))), value)")]
    public static Tensor<T> ScaledDotProductAttention<T>(
        [Shape("..., l, d")] Tensor<T> query, [Shape("..., s, d")] Tensor<T> key, [Shape("..., s, e")] Tensor<T> value, [Shape("..., l, s")] Tensor<bool> mask, bool causal = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<AttentionOperation<T>, T, T, T, bool, T>(new AttentionOperation<T>(causal), query, key, value, mask);

    /// <inheritdoc cref="ScaledDotProductAttention{T}(Tensor{T}, Tensor{T}, Tensor{T}, Tensor{bool}, bool)"/>
    [FormOf(typeof(Ops), nameof(ScaledDotProductAttention), Implementation = typeof(AttentionWithoutMaskOperation<>))]
    public static Tensor<T> ScaledDotProductAttention<T>(Tensor<T> query, Tensor<T> key, Tensor<T> value, bool causal = false)
        where T : unmanaged, IFloatingPointIeee754<T> => Eager.Run<AttentionWithoutMaskOperation<T>, T, T, T, T>(new AttentionWithoutMaskOperation<T>(causal), query, key, value);
}

/// <summary>Takes weighted means of the values whose keys a query sees.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="causal">Whether a query sees the keys up to its own position alone.</param>
public readonly struct AttentionOperation<T>(bool causal) : IOperation<T, T, T, bool, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract { get; } = OperationContract.Of(typeof(Ops), nameof(Ops.ScaledDotProductAttention));

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third, Shape fourth) =>
        AttentionShape.TryCompute(first, second, third, fourth, out Shape shape) ? shape : throw Contract.Refuse(first, second, third, fourth, causal);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<bool> fourth, TensorView<T> result) =>
        Kernel(first, second, third, fourth).Forward(new(result, hasRows: true, hasColumns: true));

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<bool> fourth,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent,
        TensorView<bool> fourthCotangent) =>
        Kernel(first, second, third, fourth).Pullback(new(cotangent, hasRows: true, hasColumns: true), firstCotangent, secondCotangent, thirdCotangent);

    private AttentionKernel<T> Kernel(TensorView<T> query, TensorView<T> key, TensorView<T> value, TensorView<bool> mask) => new(
        new MatrixBatch<T>(query, hasRows: true, hasColumns: true),
        new MatrixBatch<T>(key, hasRows: true, hasColumns: true),
        new MatrixBatch<T>(value, hasRows: true, hasColumns: true),
        mask,
        causal);
}

/// <summary>Takes weighted means of values.</summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="causal">Whether a query sees the keys up to its own position alone.</param>
public readonly struct AttentionWithoutMaskOperation<T>(bool causal) : IOperation<T, T, T, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public static OperationContract Contract => AttentionOperation<T>.Contract;

    /// <inheritdoc/>
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        AttentionShape.TryCompute(first, second, third, mask: null, out Shape shape) ? shape : throw Contract.Refuse(first, second, third, null, causal);

    /// <inheritdoc/>
    public void Forward(TensorView<T> first, TensorView<T> second, TensorView<T> third, TensorView<T> result) =>
        new AttentionOperation<T>(causal).Forward(first, second, third, default, result);

    /// <inheritdoc/>
    public void Pullback(
        TensorView<T> cotangent,
        TensorView<T> first,
        TensorView<T> second,
        TensorView<T> third,
        TensorView<T> result,
        TensorView<T> firstCotangent,
        TensorView<T> secondCotangent,
        TensorView<T> thirdCotangent) =>
        new AttentionOperation<T>(causal).Pullback(cotangent, first, second, third, default, result, firstCotangent, secondCotangent, thirdCotangent, default);
}
