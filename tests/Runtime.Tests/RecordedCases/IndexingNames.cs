using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files on indices and masks.</summary>
internal static class IndexingNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["index_select"] = step => IndexSelect(step.Tensor<float>(0), step.Integer("dim"), step.Tensor<long>(1)),
        ["gather"] = step => Gather(step.Tensor<float>(0), step.Integer("dim"), step.Tensor<long>(1)),
        ["scatter"] = step => Scatter(step.Tensor<float>(0), step.Integer("dim"), step.Tensor<long>(1), step.Tensor<float>(2)),
        ["scatter_add"] = step => ScatterAdd(step.Tensor<float>(0), step.Integer("dim"), step.Tensor<long>(1), step.Tensor<float>(2)),
        ["one_hot"] = step => OneHot<long>(step.Tensor<long>(0), step.Integer("num_classes")),
        ["embedding"] = step => Embedding(step.Tensor<long>(0), step.Tensor<float>(1), step.Has("padding_idx") ? step.Integer("padding_idx") : null),
        ["masked_fill"] = step => MaskedFill(step.Tensor<float>(0), step.Tensor<bool>(1), (float)step.Number("value")),
        ["masked_select"] = step => MaskedSelect(step.Tensor<float>(0), step.Tensor<bool>(1)),
    };
}
