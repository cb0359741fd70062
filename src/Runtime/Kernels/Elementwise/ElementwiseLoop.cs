using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// The innermost loop of every element-wise computation: consecutive elements, a vector at a time. The last elements go through
/// the vector form as well, so that the bits of an element do not depend on where it lies.
/// </summary>
internal static unsafe class ElementwiseLoop
{
    /// <summary>The widest vector in bytes, which is the memory that a repeated operand needs.</summary>
    public const int VectorBytes = 64;

    /// <summary>Computes consecutive elements.</summary>
    /// <remarks>
    /// An operand with mask -1 is read element by element; one with mask 0 is repeated, and its reference points to a full
    /// vector of copies. A leaf method: no vector lives across a call.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run<TKernel, TLanes, TFirst, T, TResult>(
        ref TFirst first, nint firstMask, ref T second, nint secondMask, ref T third, nint thirdMask, ref T fourth, nint fourthMask, ref TResult result, nint count)
        where TKernel : struct, IElementwiseKernel<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        nint i = 0;
        for (; i <= count - TLanes.Count; i += TLanes.Count)
        {
            TLanes a = LoadFirst<TLanes, TFirst, T>(ref Unsafe.Add(ref first, i & firstMask));
            TLanes b = TKernel.Arity > 1 ? TLanes.Load(ref Unsafe.Add(ref second, i & secondMask)) : TLanes.Zero;
            TLanes c = TKernel.Arity > 2 ? TLanes.Load(ref Unsafe.Add(ref third, i & thirdMask)) : TLanes.Zero;
            TLanes d = TKernel.Arity > 3 ? TLanes.Load(ref Unsafe.Add(ref fourth, i & fourthMask)) : TLanes.Zero;
            StoreResult<TLanes, T, TResult>(TKernel.Apply(a, b, c, d), ref Unsafe.Add(ref result, i));
        }

        if (i < count)
        {
            RunTail<TKernel, TLanes, TFirst, T, TResult>(
                ref Unsafe.Add(ref first, i & firstMask), firstMask,
                ref Unsafe.Add(ref second, i & secondMask), secondMask,
                ref Unsafe.Add(ref third, i & thirdMask), thirdMask,
                ref Unsafe.Add(ref fourth, i & fourthMask), fourthMask,
                ref Unsafe.Add(ref result, i), (int)(count - i));
        }
    }

    /// <summary>Less than a vector: through padded copies. The padding is one, by which every operation is defined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    [SkipLocalsInit]
    private static void RunTail<TKernel, TLanes, TFirst, T, TResult>(
        ref TFirst first, nint firstMask, ref T second, nint secondMask, ref T third, nint thirdMask, ref T fourth, nint fourthMask, ref TResult result, int count)
        where TKernel : struct, IElementwiseKernel<T>
        where TLanes : struct, ILanes<TLanes, T>
        where TFirst : unmanaged
        where T : unmanaged, INumber<T>
        where TResult : unmanaged
    {
        byte* memory = stackalloc byte[5 * VectorBytes];
        ref TFirst paddedFirst = ref typeof(TFirst) == typeof(T)
            ? ref Unsafe.As<T, TFirst>(ref Pad(ref Unsafe.As<TFirst, T>(ref first), firstMask, (T*)memory, T.One, count, TLanes.Count))
            : ref Pad(ref first, firstMask, (TFirst*)memory, default, count, TLanes.Count);
        ref T paddedSecond = ref second;
        ref T paddedThird = ref third;
        ref T paddedFourth = ref fourth;
        if (TKernel.Arity > 1)
            paddedSecond = ref Pad(ref second, secondMask, (T*)(memory + VectorBytes), T.One, count, TLanes.Count);
        if (TKernel.Arity > 2)
            paddedThird = ref Pad(ref third, thirdMask, (T*)(memory + (2 * VectorBytes)), T.One, count, TLanes.Count);
        if (TKernel.Arity > 3)
            paddedFourth = ref Pad(ref fourth, fourthMask, (T*)(memory + (3 * VectorBytes)), T.One, count, TLanes.Count);

        TLanes a = LoadFirst<TLanes, TFirst, T>(ref paddedFirst);
        TLanes b = TKernel.Arity > 1 ? TLanes.Load(ref paddedSecond) : TLanes.Zero;
        TLanes c = TKernel.Arity > 2 ? TLanes.Load(ref paddedThird) : TLanes.Zero;
        TLanes d = TKernel.Arity > 3 ? TLanes.Load(ref paddedFourth) : TLanes.Zero;

        TResult* computed = (TResult*)(memory + (4 * VectorBytes));
        StoreResult<TLanes, T, TResult>(TKernel.Apply(a, b, c, d), ref *computed);
        for (int i = 0; i < count; i++)
            Unsafe.Add(ref result, i) = computed[i];
    }

    private static ref TElement Pad<TElement>(ref TElement source, nint mask, TElement* buffer, TElement padding, int count, int width)
        where TElement : unmanaged
    {
        if (mask == 0)
            return ref source;
        for (int i = 0; i < width; i++)
            buffer[i] = i < count ? Unsafe.Add(ref source, i) : padding;
        return ref *buffer;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes LoadFirst<TLanes, TFirst, T>(ref TFirst source)
        where TLanes : struct, ILanes<TLanes, T>
        where TFirst : unmanaged
        where T : unmanaged =>
        typeof(TFirst) == typeof(bool) ? TLanes.LoadMask(ref Unsafe.As<TFirst, bool>(ref source)) : TLanes.Load(ref Unsafe.As<TFirst, T>(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreResult<TLanes, T, TResult>(TLanes lanes, ref TResult destination)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged
        where TResult : unmanaged
    {
        if (typeof(TResult) == typeof(bool))
            TLanes.StoreMask(lanes, ref Unsafe.As<TResult, bool>(ref destination));
        else
            TLanes.Store(lanes, ref Unsafe.As<TResult, T>(ref destination));
    }
}
