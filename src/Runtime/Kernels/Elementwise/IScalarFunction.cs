using System.Numerics;
using TypedTensors.Autograd;

namespace TypedTensors.Kernels.Elementwise;

/// <summary>A function of one element, for what has no vector form; see <c>ILanes.Map</c>.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IScalarFunction<T>
    where T : unmanaged
{
    /// <summary>The function.</summary>
    static abstract T Apply(T x);

    /// <summary>The same of every element of a tensor, by an operation that records itself: where the function occurs in a derivative that is differentiated again.</summary>
    static abstract Tensor<T> Apply(Tensor<T> x);
}

/// <summary>A function of two elements, for what has no vector form; see <c>ILanes.Map</c>.</summary>
/// <typeparam name="T">The element type.</typeparam>
public interface IScalarPairFunction<T>
    where T : unmanaged
{
    /// <summary>The function.</summary>
    static abstract T Apply(T left, T right);

    /// <summary>The same of every pair of elements, by an operation that records itself.</summary>
    static abstract Tensor<T> Apply(Tensor<T> left, Tensor<T> right);
}

/// <summary>The power, beside the exponents that vectors compute themselves.</summary>
internal readonly struct ScalarPower<T> : IScalarPairFunction<T>
    where T : unmanaged, INumber<T>
{
    public static T Apply(T left, T right) => ScalarMath.Power(left, right);

    public static Tensor<T> Apply(Tensor<T> left, Tensor<T> right) => RecordedArithmetic<T>.Instance.Power(left, right);
}
