using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that have several results, or one or several.</summary>
internal static class SortingNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["sort"] = step => step.Arguments[0] is Tensor<int> x ? Sorted(x, step) : Sorted(step.Tensor<float>(0), step),
        ["topk"] = step => Both(TopK(step.Tensor<float>(0), step.Integer("k"), step.Integer("dim"), step.Flag("largest"))),
        ["max"] = step => !step.Has("dim") ? [StructureNames.Table["amax"](step)]
            : step.Arguments[0] is Tensor<int> x ? Both(MaxWithIndices(x, step.Integer("dim"), step.Flag("keepdim")))
            : Both(MaxWithIndices(step.Tensor<float>(0), step.Integer("dim"), step.Flag("keepdim"))),
        ["min"] = step => !step.Has("dim") ? [ReductionNames.Table["amin"](step)]
            : step.Arguments[0] is Tensor<int> x ? Both(MinWithIndices(x, step.Integer("dim"), step.Flag("keepdim")))
            : Both(MinWithIndices(step.Tensor<float>(0), step.Integer("dim"), step.Flag("keepdim"))),
        ["unique"] = step => [step.Arguments[0] is Tensor<int> x ? Unique(x) : Unique(step.Tensor<float>(0))],
    };

    private static Tensor[] Sorted<T>(Tensor<T> x, Step step)
        where T : unmanaged, INumber<T> => Both(Sort(x, step.Integer("dim"), step.Flag("descending")));

    private static Tensor[] Both((Tensor First, Tensor Second) results) => [results.First, results.Second];
}
