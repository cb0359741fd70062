using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files on numbers with an index for each element.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class IndexingNames<T>
    where T : unmanaged, INumber<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["gather"] = step => Gather(step.Tensor<T>(0), step.Integer("dim"), step.Index(1)),
        ["scatter"] = step => Scatter(step.Tensor<T>(0), step.Integer("dim"), step.Index(1), step.Tensor<T>(2)),
        ["scatter_add"] = step => ScatterAdd(step.Tensor<T>(0), step.Integer("dim"), step.Index(1), step.Tensor<T>(2)),
    };
}
