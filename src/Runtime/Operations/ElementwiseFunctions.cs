using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors;

/// <summary>
/// An element-wise function of one argument with its derivative, each written once over lanes: the drivers instantiate them
/// with vectors of the machine's width and with single elements.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The function.</summary>
    static abstract TLanes Apply<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The cotangent of the argument.</summary>
    /// <param name="cotangent">The cotangent of the result.</param>
    /// <param name="x">The argument, zero unless the declaration saves the inputs.</param>
    /// <param name="result">The result, zero unless the declaration saves it.</param>
    static abstract TLanes Pullback<TLanes>(TLanes cotangent, TLanes x, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>;
}

/// <summary>An element-wise function of two arguments, broadcast together, with its derivatives.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The function.</summary>
    static abstract TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The cotangent of the first argument, before it is summed over what was broadcast.</summary>
    static abstract TLanes PullbackLeft<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The cotangent of the second argument, before it is summed over what was broadcast.</summary>
    static abstract TLanes PullbackRight<TLanes>(TLanes cotangent, TLanes left, TLanes right, TLanes result)
        where TLanes : struct, ILanes<TLanes, T>;
}

/// <summary>An element-wise function of three arguments, broadcast together, with its derivatives, which read the arguments and not the result.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The function.</summary>
    static abstract TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The cotangent of the first argument, before it is summed over what was broadcast.</summary>
    static abstract TLanes PullbackFirst<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The cotangent of the second argument, before it is summed over what was broadcast.</summary>
    static abstract TLanes PullbackSecond<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T>;

    /// <summary>The cotangent of the third argument, before it is summed over what was broadcast.</summary>
    static abstract TLanes PullbackThird<TLanes>(TLanes cotangent, TLanes first, TLanes second, TLanes third)
        where TLanes : struct, ILanes<TLanes, T>;
}

/// <summary>An element-wise comparison of two arguments, broadcast together.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IPredicate<T>
    where T : unmanaged, INumber<T>
{
    /// <summary>The declaration.</summary>
    static abstract OperationContract Contract { get; }

    /// <summary>The comparison; the result is a mask (all bits of a lane set, or none).</summary>
    static abstract TLanes Apply<TLanes>(TLanes left, TLanes right)
        where TLanes : struct, ILanes<TLanes, T>;
}
