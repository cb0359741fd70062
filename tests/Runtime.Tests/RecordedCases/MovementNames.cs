using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that move elements.</summary>
internal static class MovementNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["view"] = step => View(step.Tensor<float>(0), step.Integers("shape")),
        ["contiguous"] = step => Contiguous(step.Tensor<float>(0)),
        ["clone"] = step => Clone(step.Tensor<float>(0)),
        ["flatten"] = step => Flatten(step.Tensor<float>(0), Integer(step, "start", 0), Integer(step, "end", -1)),
        ["squeeze"] = step => Squeeze(step.Tensor<float>(0), step.Has("dim") ? step.Integer("dim") : null),
        ["unsqueeze"] = step => Unsqueeze(step.Tensor<float>(0), step.Integer("dim")),
        ["diagonal"] = step => Diagonal(step.Tensor<float>(0), Integer(step, "offset", 0), Integer(step, "dim1", 0), Integer(step, "dim2", 1)),
        ["trace"] = step => step.Arguments[0] is Tensor<long> longs ? Trace(longs) : Trace(step.Tensor<float>(0)),
        ["tril"] = step => step.Arguments[0] is Tensor<long> longs ? Tril(longs, Integer(step, "diagonal", 0)) : Tril(step.Tensor<float>(0), Integer(step, "diagonal", 0)),
        ["triu"] = step => step.Arguments[0] is Tensor<long> longs ? Triu(longs, Integer(step, "diagonal", 0)) : Triu(step.Tensor<float>(0), Integer(step, "diagonal", 0)),
        ["flip"] = step => step.Arguments[0] is Tensor<long> longs ? Flip(longs, step.Integers("dims")) : Flip(step.Tensor<float>(0), step.Integers("dims")),
        ["roll"] = step => step.Arguments[0] is Tensor<long> longs
            ? Roll(longs, step.Integers("shifts"), step.Integers("dims"))
            : Roll(step.Tensor<float>(0), step.Integers("shifts"), step.Integers("dims")),
        ["tile"] = step => step.Arguments[0] is Tensor<long> longs ? Tile(longs, step.Integers("reps")) : Tile(step.Tensor<float>(0), step.Integers("reps")),
        ["pad"] = step => step.Arguments[0] is Tensor<long> longs ? Padded(longs, step) : Padded(step.Tensor<float>(0), step),
    };

    private static int Integer(Step step, string attribute, int otherwise) => step.Has(attribute) ? step.Integer(attribute) : otherwise;

    private static Tensor<T> Padded<T>(Tensor<T> x, Step step)
        where T : unmanaged, INumber<T>
    {
        int[] pads = [.. step.Require("pads").EnumerateArray().SelectMany(pair => pair.EnumerateArray().Select(amount => amount.GetInt32()))];
        return step.Text("mode") switch
        {
            "reflect" => PadReflect(x, pads),
            "replicate" => PadReplicate(x, pads),
            _ => Pad(x, pads, step.Has("value") ? T.CreateChecked(step.Number("value")) : T.Zero),
        };
    }
}
