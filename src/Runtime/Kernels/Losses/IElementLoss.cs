using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Losses;

/// <summary>A loss of single elements, with its derivatives.</summary>
internal interface IElementLoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether it reads the weights; else they are zero.</summary>
    static abstract bool IsWeighted { get; }

    /// <summary>The loss.</summary>
    static abstract TLanes Loss<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The derivative by the first argument.</summary>
    static abstract TLanes SlopeOfX<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The derivative by the second argument.</summary>
    static abstract TLanes SlopeOfY<TLanes>(TLanes x, TLanes y, TLanes weight, TLanes posWeight)
        where TLanes : struct, ILanes<TLanes, T>;
}
