using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Reductions;

/// <summary>
/// Combines values that come one after another as a balanced tree would, so that the rounding error of a sum grows with the
/// logarithm of their number. Level i of the stack holds a value made of 2^i others, as the digits of a binary counter.
/// </summary>
internal ref struct PairwiseTotal<TFold, T>
    where TFold : struct, IFold<T>
    where T : unmanaged, INumber<T>
{
    private Levels _levels;
    private int _depth;
    private int _count;

    public void Add(T value)
    {
        for (int carry = _count; (carry & 1) != 0; carry >>= 1)
            value = TFold.Combine(_levels[--_depth], value);
        _levels[_depth++] = value;
        _count++;
    }

    /// <summary>The value of all; at least one was added.</summary>
    public readonly T Value
    {
        get
        {
            int level = _depth - 1;
            T value = _levels[level];
            while (--level >= 0)
                value = TFold.Combine(_levels[level], value);
            return value;
        }
    }

    [InlineArray(32)]
    private struct Levels
    {
        private T _first;
    }
}
