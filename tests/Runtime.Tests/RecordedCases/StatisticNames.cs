using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files along dimensions that floating-point numbers alone have; integers are not converted for them.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class StatisticNames<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["mean"] = step => Mean(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["var"] = step => Var(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim"), step.Integer("correction", 1)),
        ["std"] = step => Std(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim"), step.Integer("correction", 1)),
        ["logsumexp"] = step => LogSumExp(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["norm"] = step => Norm(step.Tensor<T>(0), Order(step), step.Integers("dim"), step.Flag("keepdim")),
        ["softmax"] = step => Softmax(step.Tensor<T>(0), step.Integer("dim")),
        ["log_softmax"] = step => LogSoftmax(step.Tensor<T>(0), step.Integer("dim")),
    };

    private static double Order(Step step) => !step.Has("p") ? 2 : step.Require("p").ValueKind == System.Text.Json.JsonValueKind.Number ? step.Number("p") : step.Text("p") switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        var other => throw new InvalidDataException($"{other} is no order of a norm."),
    };
}
