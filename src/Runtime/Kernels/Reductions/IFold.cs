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

/// <summary>The minimum; NaN where one element is NaN.</summary>
internal readonly struct MinFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>There is none; the operations refuse to ask.</summary>
    public static T Empty => throw new InvalidOperationException("There is no minimum of no elements.");

    public static T Combine(T left, T right) => T.Min(left, right);

    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Min(left, right);

    public static T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T> => Across<MinFold<T>, TLanes, T>.Run(lanes);
}

/// <summary>The product.</summary>
internal readonly struct ProductFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static T Empty => T.One;

    public static T Combine(T left, T right) => left * right;

    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => left * right;

    public static T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T> => Across<ProductFold<T>, TLanes, T>.Run(lanes);
}

/// <summary>Whether all are one, of elements that are zero or one.</summary>
internal readonly struct AllFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static T Empty => T.One;

    public static T Combine(T left, T right) => T.Min(left, right);

    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Min(left, right);

    public static T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T> => Across<AllFold<T>, TLanes, T>.Run(lanes);
}

/// <summary>Whether one is one, of elements that are zero or one.</summary>
internal readonly struct AnyFold<T> : IFold<T>
    where T : unmanaged, INumber<T>
{
    public static T Empty => T.Zero;

    public static T Combine(T left, T right) => T.Max(left, right);

    public static TLanes Combine<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T> => TLanes.Max(left, right);

    public static T CombineAcross<TLanes>(TLanes lanes)
        where TLanes : struct, ILanes<TLanes, T> => Across<AnyFold<T>, TLanes, T>.Run(lanes);
}

/// <summary>Combines the lanes of a vector by way of memory, the halves with each other first. It happens once for a whole block of a row.</summary>
internal static class Across<TFold, TLanes, T>
    where TFold : struct, IFold<T>
    where TLanes : struct, ILanes<TLanes, T>
    where T : unmanaged, INumber<T>
{
    public static T Run(TLanes lanes)
    {
        Span<T> values = stackalloc T[TLanes.Count];
        TLanes.Store(lanes, ref values[0]);
        for (int half = values.Length / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
                values[i] = TFold.Combine(values[i], values[i + half]);
        }

        return values[0];
    }
}
