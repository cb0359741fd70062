using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Strided;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>Elements of one tensor where a condition holds, and of another where it does not.</summary>
internal static class Selection
{
    /// <summary>Selects. The operands are broadcast to the result's shape; one that is absent reads as zeros.</summary>
    public static void Run<T>(TensorView<bool> condition, TensorView<T> whenSet, TensorView<T> otherwise, TensorView<T> result)
        where T : unmanaged, INumber<T> => ElementwiseDriver.Run<SelectKernel<T>, bool, T, T>(condition, whenSet, otherwise, default, result);

    /// <summary>Selects, and sums what was selected down to the shape of an operand that was broadcast.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="whenSet">The cotangent, or absent where nothing comes from the elements where the condition holds.</param>
    /// <param name="otherwise">The cotangent, or absent where nothing comes from the others.</param>
    /// <param name="destination">The operand's cotangent, contiguous; every element is written.</param>
    public static void RunAndSum<T>(TensorView<bool> condition, TensorView<T> whenSet, TensorView<T> otherwise, TensorView<T> destination)
        where T : unmanaged, INumber<T>
    {
        ReadOnlySpan<int> sizes = whenSet.IsPresent ? whenSet.Sizes : otherwise.Sizes;
        if (sizes.SequenceEqual(destination.Sizes))
        {
            Run(condition, whenSet, otherwise, destination);
            return;
        }

        Span<int> strides = stackalloc int[sizes.Length];
        int count = Shape.RowMajorStrides(sizes, strides);
        T[] memory = ArrayPool<T>.Shared.Rent(Math.Max(1, count));
        TensorView<T> full = new(memory.AsSpan(0, count), sizes, strides);
        Run(condition, whenSet, otherwise, full);
        StridedAdd.SumToShape(full, destination);
        ArrayPool<T>.Shared.Return(memory);
    }

    private readonly struct SelectKernel<T> : IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        public static int Arity => 3;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
            where TLanes : struct, ILanes<TLanes, T> => TLanes.Select(first, second, third);
    }
}
