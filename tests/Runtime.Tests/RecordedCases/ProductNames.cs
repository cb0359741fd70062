using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The products of the case files.</summary>
internal static class ProductNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["einsum"] = step => step.Arguments is [Tensor<long>, ..]
            ? Einsum(step.Text("equation")!, [.. step.Arguments.Cast<Tensor<long>>()])
            : Einsum(step.Text("equation")!, [.. step.Arguments.Cast<Tensor<float>>()]),
        ["dot"] = step => step.Arguments[0] is Tensor<long> longs ? Dot(longs, step.Tensor<long>(1)) : Dot(step.Tensor<float>(0), step.Tensor<float>(1)),
        ["outer"] = step => Outer(step.Tensor<float>(0), step.Tensor<float>(1)),
        ["mv"] = step => Mv(step.Tensor<float>(0), step.Tensor<float>(1)),
        ["mm"] = step => step.Arguments[0] is Tensor<long> longs ? Mm(longs, step.Tensor<long>(1)) : Mm(step.Tensor<float>(0), step.Tensor<float>(1)),
        ["bmm"] = step => Bmm(step.Tensor<float>(0), step.Tensor<float>(1)),
        ["linear"] = step => step.Arguments is [_, _, not null]
            ? Linear(step.Tensor<float>(0), step.Tensor<float>(1), step.Tensor<float>(2))
            : Linear(step.Tensor<float>(0), step.Tensor<float>(1)),
    };
}
