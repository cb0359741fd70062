using System.Numerics;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// What <see cref="ElementwiseDriver"/> computes for each element: a function of up to four operands. Operations do not implement
/// this; the adapters in this folder turn their functions and pullbacks into it.
/// </summary>
/// <typeparam name="T">The element type of the computation.</typeparam>
internal interface IElementwiseKernel<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>How many of the operands are read.</summary>
    static abstract int Arity { get; }

    /// <summary>The function. Operands beyond the arity are zero.</summary>
    static abstract TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T>;
}
