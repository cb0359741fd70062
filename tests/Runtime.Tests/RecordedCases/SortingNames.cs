using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that order numbers, or find extremes with their places.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class SortingNames<T>
    where T : unmanaged, INumber<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["sort"] = step => Both(Sort(step.Tensor<T>(0), step.Integer("dim", -1), step.Flag("descending"))),
        ["topk"] = step => Both(TopK(step.Tensor<T>(0), step.Integer("k"), step.Integer("dim", -1), !step.Has("largest") || step.Flag("largest"))),
        ["max"] = step => step.Has("dim") ? Both(MaxWithIndices(step.Tensor<T>(0), step.Integer("dim"), step.Flag("keepdim"))) : [Max(step.Tensor<T>(0))],
        ["min"] = step => step.Has("dim") ? Both(MinWithIndices(step.Tensor<T>(0), step.Integer("dim"), step.Flag("keepdim"))) : [Min(step.Tensor<T>(0))],
        ["unique"] = step => [Unique(step.Tensor<T>(0))],
    };

    private static Tensor[] Both((Tensor First, Tensor Second) results) => [results.First, results.Second];
}
