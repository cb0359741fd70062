using System.Text.Json;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that combine the elements along dimensions.</summary>
internal static class ReductionNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["amin"] = Smallest,
        ["prod"] = step => step.Arguments[0] switch
        {
            Tensor<int> integers => Prod(integers, Dim(step), step.Flag("keepdim")),
            Tensor<long> longs => Prod(longs, Dim(step), step.Flag("keepdim")),
            _ => Prod(step.Tensor<float>(0), Dim(step), step.Flag("keepdim")),
        },
        ["all"] = step => All(IsNonZero(step), Dim(step), step.Flag("keepdim")),
        ["argmax"] = step => step.Arguments[0] is Tensor<long> longs
            ? ArgMax(longs, Axis(step), step.Flag("keepdim"))
            : ArgMax(step.Tensor<float>(0), Axis(step), step.Flag("keepdim")),
        ["argmin"] = step => step.Arguments[0] is Tensor<long> longs
            ? ArgMin(longs, Axis(step), step.Flag("keepdim"))
            : ArgMin(step.Tensor<float>(0), Axis(step), step.Flag("keepdim")),
        ["any"] = step => Any(IsNonZero(step), Dim(step), step.Flag("keepdim")),
        ["cumsum"] = step => step.Arguments[0] switch
        {
            Tensor<int> integers => CumSum(integers, step.Integer("dim")),
            Tensor<long> longs => CumSum(longs, step.Integer("dim")),
            _ => CumSum(step.Tensor<float>(0), step.Integer("dim")),
        },
        ["cumprod"] = step => step.Arguments[0] switch
        {
            Tensor<int> integers => CumProd(integers, step.Integer("dim")),
            Tensor<long> longs => CumProd(longs, step.Integer("dim")),
            _ => CumProd(step.Tensor<float>(0), step.Integer("dim")),
        },
        ["var"] = step => Var(step.Tensor<float>(0), Dim(step), step.Flag("keepdim"), Correction(step)),
        ["std"] = step => Std(step.Tensor<float>(0), Dim(step), step.Flag("keepdim"), Correction(step)),
        ["logsumexp"] = step => LogSumExp(step.Tensor<float>(0), Dim(step), step.Flag("keepdim")),
        ["norm"] = step => Norm(step.Tensor<float>(0), Order(step), Dim(step), step.Flag("keepdim")),
    };

    private static int Correction(Step step) => step.Has("correction") ? step.Integer("correction") : 1;

    private static double Order(Step step) =>
        step.Require("p").ValueKind == JsonValueKind.Number ? step.Number("p")
        : step.Text("p") == "inf" ? double.PositiveInfinity : double.NegativeInfinity;

    private static Tensor Smallest(Step step) => step.Arguments[0] is Tensor<int> integers
        ? Min(integers, Dim(step), step.Flag("keepdim"))
        : Min(step.Tensor<float>(0), Dim(step), step.Flag("keepdim"));

    private static Tensor<bool> IsNonZero(Step step) => step.Arguments[0] switch
    {
        Tensor<float> floats => Ne(floats, Tensor.Scalar(0f)),
        Tensor<long> longs => Ne(longs, Tensor.Scalar(0L)),
        _ => step.Tensor<bool>(0),
    };

    private static int? Axis(Step step) => step.Has("dim") ? step.Integer("dim") : null;

    private static int[] Dim(Step step) => step.Has("dim") ? step.Integers("dim") : [];
}
