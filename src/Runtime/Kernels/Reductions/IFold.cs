using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Kernels.Reductions;

/// <summary>An associative and commutative combination of elements, over vectors and over single elements.</summary>
internal interface IFold<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The value of no elements.</summary>
    static abstract T Empty { get; }

    /// <summary>Two values combined.</summary>
    static abstract T Combine(T left, T right);

    /// <summary>Two vectors combined lane by lane.</summary>
    static abstract TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The lanes of a vector combined.</summary>
    static abstract T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T>;
}

/// <summary>The sum.</summary>
internal readonly struct SumFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static T Empty => T.Zero;

    public static T Combine(T left, T right) => left + right;

    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => left + right;

    public static T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.SumAcross(lanes);
}

/// <summary>The maximum; NaN where one element is NaN.</summary>
internal readonly struct MaxFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>There is none; the operations refuse to ask.</summary>
    public static T Empty => throw new InvalidOperationException("There is no maximum of no elements.");

    public static T Combine(T left, T right) => T.Max(left, right);

    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Max(left, right);

    public static T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.MaxAcross(lanes);
}
