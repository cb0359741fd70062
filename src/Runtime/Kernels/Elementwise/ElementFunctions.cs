using System.Numerics;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>sin x.</summary>
internal readonly struct SineOfElement<T> : IScalarFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T x) => T.Sin(x);

    public static Tensor<T> Apply(Tensor<T> x) => Ops.Sin(x);
}

/// <summary>cos x.</summary>
internal readonly struct CosineOfElement<T> : IScalarFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T x) => T.Cos(x);

    public static Tensor<T> Apply(Tensor<T> x) => Ops.Cos(x);
}

/// <summary>sinh x.</summary>
internal readonly struct HyperbolicSineOfElement<T> : IScalarFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T x) => T.Sinh(x);

    public static Tensor<T> Apply(Tensor<T> x) => Ops.Sinh(x);
}

/// <summary>cosh x.</summary>
internal readonly struct HyperbolicCosineOfElement<T> : IScalarFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T x) => T.Cosh(x);

    public static Tensor<T> Apply(Tensor<T> x) => Ops.Cosh(x);
}

/// <summary>erf x, computed in double.</summary>
internal readonly struct ErrorFunctionOfElement<T> : IScalarFunction<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static T Apply(T x) => T.CreateTruncating(ErrorFunction.Erf(double.CreateTruncating(x)));

    public static Tensor<T> Apply(Tensor<T> x) => Ops.Erf(x);
}
