using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Compilation;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>The innermost loop of every element-wise computation: whole vectors of consecutive elements.</summary>
internal static unsafe class KernelLoop<TKernel, TLanes, T>
    where TKernel : struct, IFusedKernel<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Computes consecutive elements. A leaf method: no vector lives across a call.</summary>
    /// <param name="table">Where the elements lie.</param>
    /// <param name="count">How many there are, a multiple of the vector's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(OperandTable* table, nint count)
    {
        FusedElements<TLanes, T> at = new(table);
        for (; at.Position < count; at.Position += TLanes.Count)
            TKernel.Apply(ref at);
    }
}
