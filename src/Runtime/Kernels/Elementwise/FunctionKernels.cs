using System.Numerics;
using System.Runtime.CompilerServices;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>A unary function as a kernel of the argument.</summary>
internal readonly struct UnaryForward<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.Apply(first);
}

/// <summary>A unary function's pullback as a kernel of the cotangent, the argument and the result.</summary>
internal readonly struct UnaryPullback<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, IUnaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.Pullback(first, second, third);
}

/// <summary>A binary function as a kernel of both arguments.</summary>
internal readonly struct BinaryForward<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.Apply(first, second);
}

/// <summary>The first pullback of a binary function as a kernel of the cotangent, both arguments and the result.</summary>
internal readonly struct LeftPullback<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.PullbackLeft(first, second, third, fourth);
}

/// <summary>The second pullback of a binary function as a kernel of the cotangent, both arguments and the result.</summary>
internal readonly struct RightPullback<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, IBinaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.PullbackRight(first, second, third, fourth);
}

/// <summary>A comparison as a kernel of both arguments that gives a mask.</summary>
internal readonly struct Comparison<TPredicate, T> : IElementwiseKernel<T>
    where TPredicate : struct, IPredicate<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TPredicate.Apply(first, second);
}
