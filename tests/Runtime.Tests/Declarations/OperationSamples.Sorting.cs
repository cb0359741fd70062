using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Operations that sort, with two results.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Sorting => new()
    {
        ["Sort"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            (int dim, bool descending) = (Axis(random), random.Next(2) == 0);
            return new([x, dim, descending], () => Both(Sort(x, dim, descending)));
        },
        ["TopK"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            (int k, int dim, bool largest) = (random.Next(4), Axis(random), random.Next(2) == 0);
            return new([x, k, dim, largest], () => Both(TopK(x, k, dim, largest)));
        },
        ["MaxWithIndices"] = WithIndices(MaxWithIndices),
        ["MinWithIndices"] = WithIndices(MinWithIndices),
    };

    private static Func<Random, Sample> WithIndices(Func<Tensor<double>, int, bool, (Tensor<double> Values, Tensor<long> Indices)> function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        (int dim, bool keepDims) = (Axis(random), random.Next(2) == 0);
        return new([x, dim, keepDims], () => Both(function(x, dim, keepDims)));
    };

    private static Tensor[] Both((Tensor First, Tensor Second) results) => [results.First, results.Second];
}
