using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Nn;

/// <summary>What an optimizer does to one element, written once over lanes. The settings of a step are fields of the implementing struct.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal interface IUpdate<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>How many numbers are kept for each element: 0 to 3, all zero before the first step.</summary>
    int StateCount { get; }

    /// <summary>The parameter after the step.</summary>
    /// <param name="parameter">The parameter before it.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="first">The first number that is kept.</param>
    /// <param name="second">The second number that is kept.</param>
    /// <param name="third">The third number that is kept.</param>
    TLanes Apply<TLanes>(TLanes parameter, TLanes gradient, ref TLanes first, ref TLanes second, ref TLanes third)
        where TLanes : struct, ILanes<TLanes, T>;
}
