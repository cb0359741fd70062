using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that copy and move elements, whatever they are.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class MovementNames<T>
    where T : unmanaged
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["contiguous"] = step => Contiguous(step.Tensor<T>(0)),
        ["clone"] = step => Clone(step.Tensor<T>(0)),
        ["tril"] = step => Tril(step.Tensor<T>(0), step.Integer("diagonal", 0)),
        ["triu"] = step => Triu(step.Tensor<T>(0), step.Integer("diagonal", 0)),
        ["flip"] = step => Flip(step.Tensor<T>(0), step.Integers("dims")),
        ["roll"] = step => Roll(step.Tensor<T>(0), step.Integers("shifts"), step.Integers("dims")),
        ["tile"] = step => Tile(step.Tensor<T>(0), step.Integers("reps")),
        ["pad"] = step =>
        {
            int[] pads = [.. step.Require("pads").EnumerateArray().SelectMany(pair => pair.EnumerateArray().Select(amount => amount.GetInt32()))];
            return step.Text("mode") switch
            {
                "reflect" => PadReflect(step.Tensor<T>(0), pads),
                "replicate" => PadReplicate(step.Tensor<T>(0), pads),
                _ => Pad(step.Tensor<T>(0), pads, Tensor.Scalar(step.Number("value", 0)).To<T>().Item()),
            };
        },
    };
}
