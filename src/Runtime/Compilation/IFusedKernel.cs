using System.ComponentModel;
using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Compilation;

/// <summary>
/// A chain of element-wise operations as one function of an element of each operand. Generated code implements it; the method is
/// to be inlined, so that intermediate values stay in registers.
/// </summary>
/// <typeparam name="T">The element type of the computation.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFusedKernel<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>Reads operands, computes, and writes every result. It reads before it writes: a result may lie over an operand.</summary>
    /// <typeparam name="TLanes">The vector, or single element, that is computed on.</typeparam>
    /// <param name="at">The place.</param>
    static abstract void Apply<TLanes>(ref FusedElements<TLanes, T> at)
        where TLanes : struct, ILanes<TLanes, T>;
}
