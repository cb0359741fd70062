using System.Numerics;
using static TypedTensors.LinearAlgebra;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of linear algebra in case files.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class LinearAlgebraNames<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["inv"] = step => [Inverse(step.Tensor<T>(0))],
        ["det"] = step => [Determinant(step.Tensor<T>(0))],
        ["slogdet"] = step => SlogDet(step.Tensor<T>(0)) switch { var (sign, logarithm) => [sign, logarithm] },
        ["cholesky"] = step => [Cholesky(step.Tensor<T>(0))],
        ["solve"] = step => [Solve(step.Tensor<T>(0), step.Tensor<T>(1))],
        ["eigvalsh"] = step => [EigenvaluesSymmetric(step.Tensor<T>(0))],
        ["qr"] = step => Qr(step.Tensor<T>(0)) switch { var (q, r) => [q, r] },
        ["svd"] = step => Svd(step.Tensor<T>(0)) switch { var (u, s, v) => [u, s, v] },
    };
}
