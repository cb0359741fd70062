using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Compilation;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// Runs an element-wise kernel over tensors of any strides that are broadcast to the result's shape, with the widest vectors that
/// the machine computes with. Allocates nothing.
/// </summary>
internal static class ElementwiseDriver
{
    /// <summary>Computes every element of the result.</summary>
    /// <param name="first">The first operand: numbers, or truth values where the kernel takes a mask.</param>
    /// <param name="second">The second operand. One that is absent reads as zeros; so for the others.</param>
    /// <param name="third">The third operand.</param>
    /// <param name="fourth">The fourth operand.</param>
    /// <param name="result">The destination: numbers, or truth values where the kernel gives a mask. It may be an operand.</param>
    public static void Run<TKernel, TFirst, T, TResult>(
        TensorView<TFirst> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<TResult> result)
        where TKernel : struct, IElementwiseKernel<T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        FusedLoop<T> loop = new(result.Sizes);
        SetViews<TKernel, TFirst, T, TResult>(ref loop, ref first, ref second, ref third, ref fourth, ref result);
        loop.Run<Adapter<TKernel, TFirst, T, TResult>>();
    }

    /// <summary>As <see cref="Run"/>, with vectors of a given width.</summary>
    internal static void RunWith<TKernel, TLanes, TFirst, T, TResult>(
        TensorView<TFirst> first, TensorView<T> second, TensorView<T> third, TensorView<T> fourth, TensorView<TResult> result)
        where TKernel : struct, IElementwiseKernel<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        FusedLoop<T> loop = new(result.Sizes);
        SetViews<TKernel, TFirst, T, TResult>(ref loop, ref first, ref second, ref third, ref fourth, ref result);
        loop.RunWith<Adapter<TKernel, TFirst, T, TResult>, TLanes>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetViews<TKernel, TFirst, T, TResult>(
        ref FusedLoop<T> loop,
        ref TensorView<TFirst> first,
        ref TensorView<T> second,
        ref TensorView<T> third,
        ref TensorView<T> fourth,
        ref TensorView<TResult> result)
        where TKernel : struct, IElementwiseKernel<T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        if (typeof(TFirst) == typeof(bool))
            loop.Mask(0, Unsafe.As<TensorView<TFirst>, TensorView<bool>>(ref first));
        else
            loop.Operand(0, Unsafe.As<TensorView<TFirst>, TensorView<T>>(ref first));
        if (TKernel.Arity > 1)
            loop.Operand(1, second);
        if (TKernel.Arity > 2)
            loop.Operand(2, third);
        if (TKernel.Arity > 3)
            loop.Operand(3, fourth);
        if (typeof(TResult) == typeof(bool))
            loop.MaskResult(0, Unsafe.As<TensorView<TResult>, TensorView<bool>>(ref result));
        else
            loop.Result(0, Unsafe.As<TensorView<TResult>, TensorView<T>>(ref result));
    }

    /// <summary>A kernel of up to four operands and one result as a fused kernel.</summary>
    private readonly struct Adapter<TKernel, TFirst, T, TResult> : IFusedKernel<T>
        where TKernel : struct, IElementwiseKernel<T>
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Apply<TLanes>(ref FusedElements<TLanes, T> at)
            where TLanes : struct, ILanes<TLanes, T>
        {
            TLanes first = typeof(TFirst) == typeof(bool) ? at.ReadMask(0) : at.Read(0);
            TLanes second = TKernel.Arity > 1 ? at.Read(1) : TLanes.Zero;
            TLanes third = TKernel.Arity > 2 ? at.Read(2) : TLanes.Zero;
            TLanes fourth = TKernel.Arity > 3 ? at.Read(3) : TLanes.Zero;
            TLanes result = TKernel.Apply(first, second, third, fourth);
            if (typeof(TResult) == typeof(bool))
                at.WriteMask(0, result);
            else
                at.Write(0, result);
        }
    }
}
