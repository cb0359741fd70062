using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;
using TypedTensors.Kernels.Strided;

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
    [Operation(typeof(WhereOperation<>), Saves = Saved.Inputs, Differentiable = "a, b")]
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
    public Shape ResultShape(Shape first, Shape second, Shape third) =>
        Broadcasting.TryCombine(first, second, out Shape pair) && Broadcasting.TryCombine(pair, third, out Shape result)
            ? result
            : throw Contract.Refuse(first, second, third);

    /// <inheritdoc/>
    public void Forward(TensorView<bool> first, TensorView<T> second, TensorView<T> third, TensorView<T> result) =>
        ElementwiseDriver.Run<SelectKernel, bool, T, T>(first, second, third, default, result);

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
            Pull(first, cotangent, default, secondCotangent);
        if (thirdCotangent.IsPresent)
            Pull(first, default, cotangent, thirdCotangent);
    }

    private static void Pull(TensorView<bool> condition, TensorView<T> whenSet, TensorView<T> otherwise, TensorView<T> destination)
    {
        ReadOnlySpan<int> sizes = whenSet.IsPresent ? whenSet.Sizes : otherwise.Sizes;
        if (sizes.SequenceEqual(destination.Sizes))
        {
            ElementwiseDriver.Run<SelectKernel, bool, T, T>(condition, whenSet, otherwise, default, destination);
            return;
        }

        Span<int> strides = stackalloc int[sizes.Length];
        int count = Shape.RowMajorStrides(sizes, strides);
        T[] memory = ArrayPool<T>.Shared.Rent(Math.Max(1, count));
        TensorView<T> full = new(memory.AsSpan(0, count), sizes, strides);
        ElementwiseDriver.Run<SelectKernel, bool, T, T>(condition, whenSet, otherwise, default, full);
        StridedAdd.SumToShape(full, destination);
        ArrayPool<T>.Shared.Return(memory);
    }

    private readonly struct SelectKernel : IElementwiseKernel<T>
    {
        public static int Arity => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(first, second, third);
    }
}
