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

/// <summary>A ternary function as a kernel of its arguments.</summary>
internal readonly struct TernaryForward<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.Apply(first, second, third);
}

/// <summary>The first pullback of a ternary function as a kernel of the cotangent and the arguments.</summary>
internal readonly struct FirstPullback<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.PullbackFirst(first, second, third, fourth);
}

/// <summary>The second pullback of a ternary function as a kernel of the cotangent and the arguments.</summary>
internal readonly struct SecondPullback<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.PullbackSecond(first, second, third, fourth);
}

/// <summary>The third pullback of a ternary function as a kernel of the cotangent and the arguments.</summary>
internal readonly struct ThirdPullback<TFunction, T> : IElementwiseKernel<T>
    where TFunction : struct, ITernaryFunction<T>
    where T : unmanaged, INumber<T>
{
    public static int Arity => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Apply<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
        where TLanes : struct, ILanes<TLanes, T> => TFunction.PullbackThird(first, second, third, fourth);
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
