using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Normalizations.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Normalizations => new()
    {
        ["LayerNorm"] = random =>
        {
            int[] sizes = Sizes(random, 4);
            int[] dim = [.. Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(10) == 0 ? random.Next(-5, 5) : random.Next(-sizes.Length, Math.Max(1, sizes.Length)))];
            int[] kept = [.. Enumerable.Range(0, sizes.Length).Where(axis => dim.Contains(axis) || dim.Contains(axis - sizes.Length)).Select(axis => sizes[axis])];
            Tensor<double> x = Leaf(sizes), weight = Leaf(random.Next(6) == 0 ? Alter(random, kept) : kept), bias = Leaf(random.Next(6) == 0 ? Sizes(random, 2) : kept);
            return random.Next(3) switch
            {
                0 => new([x, weight, bias, dim, 0.1], () => LayerNorm(x, weight, bias, dim, 0.1)),
                1 => new([x, weight, null, dim, 0.1], () => LayerNorm(x, weight, dim, 0.1)),
                _ => new([x, null, null, dim, 0.1], () => LayerNorm(x, dim, 0.1)),
            };
        },
        ["GroupNorm"] = random =>
        {
            int groups = random.Next(10) == 0 ? random.Next(-1, 3) : random.Next(1, 4);
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias) = OfChannels(random, groups);
            return random.Next(3) switch
            {
                0 => new([x, weight, bias, groups, 0.1], () => GroupNorm(x, weight, bias, groups, 0.1)),
                1 => new([x, weight, null, groups, 0.1], () => GroupNorm(x, weight, groups, 0.1)),
                _ => new([x, null, null, groups, 0.1], () => GroupNorm(x, groups, 0.1)),
            };
        },
        ["BatchNorm"] = random =>
        {
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias) = OfChannels(random, 1);
            return random.Next(3) switch
            {
                0 => new([x, weight, bias, 0.1], () => BatchNorm(x, weight, bias, 0.1)),
                1 => new([x, weight, null, 0.1], () => BatchNorm(x, weight, 0.1)),
                _ => new([x, null, null, 0.1], () => BatchNorm(x, 0.1)),
            };
        },
        ["BatchNormInference"] = random =>
        {
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias) = OfChannels(random, 1);
            Tensor<double> mean = Tensor.Zeros<double>(x.Rank < 2 || random.Next(10) == 0 ? Sizes(random, 1) : [x.Shape[1]]), variance = Tensor.Ones<double>(mean.Shape.Sizes);
            return random.Next(3) switch
            {
                0 => new([x, mean, variance, weight, bias, 0.1], () => BatchNormInference(x, mean, variance, weight, bias, 0.1)),
                1 => new([x, mean, variance, weight, null, 0.1], () => BatchNormInference(x, mean, variance, weight, 0.1)),
                _ => new([x, mean, variance, null, null, 0.1], () => BatchNormInference(x, mean, variance, 0.1)),
            };
        },
        ["BatchStatistics"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random, 4));
            return new([x], () => Both(BatchStatistics(x)));
        },
    };

    /// <summary>A batch, and numbers for its channels that mostly fit.</summary>
    private static (Tensor<double> X, Tensor<double> Weight, Tensor<double> Bias) OfChannels(Random random, int groups)
    {
        int channels = random.Next(8) == 0 ? random.Next(4) : Math.Max(1, groups) * random.Next(1, 3);
        int[] x = random.Next(8) == 0 ? Sizes(random, 3) : [random.Next(4), channels, .. Sizes(random, 2)];
        return (Leaf(x), Leaf(random.Next(10) == 0 ? Sizes(random, 2) : [channels]), Leaf(random.Next(10) == 0 ? Sizes(random, 1) : [channels]));
    }
}
