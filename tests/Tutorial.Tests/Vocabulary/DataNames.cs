using TypedTensors.Data;
using TypedTensors.Tests.RecordedCases;
using TypedTensors.Tests.Tutorial.Programs;

namespace TypedTensors.Tests.Tutorial.Vocabulary;

/// <summary>The operations of the cases on data sets and images.</summary>
internal static class DataNames
{
    private const int ShuffleSeed = 5;

    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["to_tensor_image"] = step => [new ToTensor().Apply(step.Tensor<byte>(0))],
        ["normalize"] = step => [new Normalize(Numbers(step, "mean"), Numbers(step, "std")).Apply(step.Tensor<float>(0))],
        ["batches"] = step => Batches(step, shuffleSeed: null),
        ["shuffled_batches"] = step => Batches(step, ShuffleSeed),
        ["idx_decode"] = step =>
        {
            using MemoryStream stream = new(Convert.FromBase64String(step.Text("base64")!));
            var file = IdxFile.Read(stream, "a case");
            return [Tensor.FromArray(file.ToArray<byte>(), [.. file.Sizes])];
        },
    };

    private static Tensor[] Batches(Step step, int? shuffleSeed) =>
    [
        .. from batch in Operand.Of(step.Arguments[0]!).Batches(Operand.Of(step.Arguments[1]!), step.Integer("batch_size"), shuffleSeed, step.Flag("drop_last"))
           from tensor in (Tensor[])[batch.X, batch.Y]
           select tensor,
    ];

    private static float[] Numbers(Step step, string attribute) => [.. step.Require(attribute).EnumerateArray().Select(number => number.GetSingle())];
}
