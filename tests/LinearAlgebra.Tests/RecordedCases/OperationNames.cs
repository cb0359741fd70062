using static TypedTensors.LinearAlgebra;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>What the names of operations in the case file of linear algebra mean here.</summary>
public static class OperationNames
{
    private static readonly Dictionary<string, Func<Step, Tensor[]>> Table = new()
    {
        ["inv"] = step => [Inverse(step.Tensor<float>(0))],
        ["det"] = step => [Determinant(step.Tensor<float>(0))],
        ["slogdet"] = step => SlogDet(step.Tensor<float>(0)) switch { var (sign, logarithm) => [sign, logarithm] },
        ["cholesky"] = step => [Cholesky(step.Tensor<float>(0))],
        ["solve"] = step => [Solve(step.Tensor<float>(0), step.Tensor<float>(1))],
        ["eigvalsh"] = step => [EigenvaluesSymmetric(step.Tensor<float>(0))],
        ["qr"] = step => Qr(step.Tensor<float>(0)) switch { var (q, r) => [q, r] },
        ["svd"] = step => Svd(step.Tensor<float>(0)) switch { var (u, s, v) => [u, s, v] },
        ["square"] = step => [Square(step.Tensor<float>(0))],
        ["transpose"] = step => [step.Tensor<float>(0).Transpose(step.Integer("dim0"), step.Integer("dim1"))],
    };

    /// <summary>The operation of a name, with its results in order.</summary>
    /// <exception cref="InvalidDataException">The name is not known.</exception>
    public static Func<Step, Tensor[]> Find(string name) =>
        Table.TryGetValue(name, out Func<Step, Tensor[]>? operation)
            ? operation
            : throw new InvalidDataException($"The operation '{name}' of the case files has no counterpart in {nameof(OperationNames)}.");
}
