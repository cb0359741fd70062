using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The products of the case files.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class ProductNames<T>
    where T : unmanaged, INumber<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["einsum"] = step => Einsum(step.Text("equation")!, step.Tensors<T>()),
        ["dot"] = step => Dot(step.Tensor<T>(0), step.Tensor<T>(1)),
        ["outer"] = step => Outer(step.Tensor<T>(0), step.Tensor<T>(1)),
        ["mv"] = step => Mv(step.Tensor<T>(0), step.Tensor<T>(1)),
        ["mm"] = step => Mm(step.Tensor<T>(0), step.Tensor<T>(1)),
        ["bmm"] = step => Bmm(step.Tensor<T>(0), step.Tensor<T>(1)),
        ["matmul"] = step => MatMul(step.Tensor<T>(0), step.Tensor<T>(1)),
        ["linear"] = step => step.Optional<T>(2) is { } bias
            ? Linear(step.Tensor<T>(0), step.Tensor<T>(1), bias)
            : Linear(step.Tensor<T>(0), step.Tensor<T>(1)),
    };
}
