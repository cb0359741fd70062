using System.Text.Json;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that move, join, multiply or reduce.</summary>
internal static class StructureNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["matmul"] = step => MatMul(step.Tensor<float>(0), step.Tensor<float>(1)),
        ["t"] = step => step.Tensor<float>(0).T,
        ["transpose"] = Swap,
        ["swapdims"] = Swap,
        ["permute"] = step => Permute(step.Tensor<float>(0), step.Integers("dims")),
        ["reshape"] = step => Reshape(step.Tensor<float>(0), step.Integers("shape")),
        ["expand"] = step => Expand(step.Tensor<float>(0), step.Integers("shape")),
        ["index"] = step => step.Tensor<float>(0)[Slices(step.Require("index"))],
        ["cat"] = step => Cat(List(step), step.Has("dim") ? step.Integer("dim") : 0),
        ["stack"] = step => Stack(List(step), step.Has("dim") ? step.Integer("dim") : 0),
        ["sum"] = step => step.Arguments[0] switch
        {
            Tensor<int> integers => Sum(integers, Dim(step), step.Flag("keepdim")),
            Tensor<long> longs => Sum(longs, Dim(step), step.Flag("keepdim")),
            _ => Sum(step.Tensor<float>(0), Dim(step), step.Flag("keepdim")),
        },
        ["mean"] = step => Mean(step.Tensor<float>(0), Dim(step), step.Flag("keepdim")),
        ["amax"] = Largest,
        ["softmax"] = step => Softmax(step.Tensor<float>(0), step.Integer("dim")),
        ["log_softmax"] = step => LogSoftmax(step.Tensor<float>(0), step.Integer("dim")),
    };

    private static Tensor Swap(Step step) => step.Arguments[0] switch
    {
        Tensor<bool> truths => Transpose(truths, step.Integer("dim0"), step.Integer("dim1")),
        Tensor<long> longs => Transpose(longs, step.Integer("dim0"), step.Integer("dim1")),
        _ => Transpose(step.Tensor<float>(0), step.Integer("dim0"), step.Integer("dim1")),
    };

    private static Tensor Largest(Step step) => step.Arguments[0] is Tensor<int> integers
        ? Max(integers, Dim(step), step.Flag("keepdim"))
        : Max(step.Tensor<float>(0), Dim(step), step.Flag("keepdim"));

    private static Tensor<float>[] List(Step step) => [.. step.Arguments.Select((_, i) => step.Tensor<float>(i))];

    private static int[] Dim(Step step) => step.Has("dim") ? step.Integers("dim") : [];

    /// <summary>Case files count from the end with negative numbers, C# with <c>^</c>.</summary>
    private static Slice[] Slices(JsonElement index)
    {
        return [.. index.EnumerateArray().Select(Slice (entry) => entry.ValueKind == JsonValueKind.Number
            ? Place(entry.GetInt32())
            : Slice.Step(Bound(entry, "start", Index.Start)..Bound(entry, "stop", Index.End), Integer(entry, "step") ?? 1))];

        static Index Place(int position) => position < 0 ? ^(-position) : position;

        static Index Bound(JsonElement entry, string name, Index open) => Integer(entry, name) is { } position ? Place(position) : open;

        static int? Integer(JsonElement entry, string name) => entry.TryGetProperty(name, out JsonElement value) ? value.GetInt32() : null;
    }
}
