using System.Numerics;
using System.Runtime.CompilerServices;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Normalization;

/// <summary>The softmax of a row that fits one vector, in which it stays: a masked store could not be read back without a wait.</summary>
internal static unsafe class ShortRow<TLanes, T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>scale * exp(x - max) / sum(exp(x - max)), and the statistics.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static T Softmax(T* x, T* result, int length, T scale, out T max)
    {
        TLanes lanes = TLanes.LoadFirst(x, length, T.NegativeInfinity);
        max = TLanes.MaxAcross(lanes);
        TLanes exponentials = TLanes.Exp(lanes - TLanes.Broadcast(max));
        T sum = TLanes.SumAcross(exponentials);
        if (result != null)
            TLanes.StoreFirst(exponentials * TLanes.Broadcast(scale / sum), result, length);
        return sum;
    }
}
