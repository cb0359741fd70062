using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Convolutions.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Convolutions => new()
    {
        ["Conv1d"] = random =>
        {
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias, int groups) = Images(random, 1, isTransposed: false);
            (int stride, int padding, int dilation) = (Step(random), random.Next(20) == 0 ? -1 : random.Next(3), Step(random));
            return random.Next(2) == 0
                ? new([x, weight, bias, stride, padding, dilation, groups], () => Conv1d(x, weight, bias, stride, padding, dilation, groups))
                : new([x, weight, null, stride, padding, dilation, groups], () => Conv1d(x, weight, stride, padding, dilation, groups));
        },
        ["Conv2d"] = random =>
        {
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias, int groups) = Images(random, 2, isTransposed: false);
            (int[] stride, int[] padding, int[] dilation) = (Steps(random, 1), Steps(random, 0), Steps(random, 1));
            return random.Next(2) == 0
                ? new([x, weight, bias, stride, padding, dilation, groups], () => Conv2d(x, weight, bias, stride, padding, dilation, groups))
                : new([x, weight, null, stride, padding, dilation, groups], () => Conv2d(x, weight, stride, padding, dilation, groups));
        },
        ["ConvTranspose1d"] = random =>
        {
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias, int groups) = Images(random, 1, isTransposed: true);
            (int stride, int padding, int extra, int dilation) = (Step(random), random.Next(20) == 0 ? -1 : random.Next(3), random.Next(4) == 0 ? random.Next(-1, 3) : 0, Step(random));
            return random.Next(2) == 0
                ? new([x, weight, bias, stride, padding, extra, dilation, groups], () => ConvTranspose1d(x, weight, bias, stride, padding, extra, dilation, groups))
                : new([x, weight, null, stride, padding, extra, dilation, groups], () => ConvTranspose1d(x, weight, stride, padding, extra, dilation, groups));
        },
        ["ConvTranspose2d"] = random =>
        {
            (Tensor<double> x, Tensor<double> weight, Tensor<double> bias, int groups) = Images(random, 2, isTransposed: true);
            (int[] stride, int[] padding, int[] dilation) = (Steps(random, 1), Steps(random, 0), Steps(random, 1));
            int[] extra = random.Next(4) == 0 ? Steps(random, 0) : [];
            return random.Next(2) == 0
                ? new([x, weight, bias, stride, padding, extra, dilation, groups], () => ConvTranspose2d(x, weight, bias, stride, padding, extra, dilation, groups))
                : new([x, weight, null, stride, padding, extra, dilation, groups], () => ConvTranspose2d(x, weight, stride, padding, extra, dilation, groups));
        },
        ["MaxPool1d"] = random =>
        {
            Tensor<double> x = Pooled(random, 1);
            (int kernel, int? stride, int padding, int dilation) = (random.Next(random.Next(8) == 0 ? 0 : 1, 4), random.Next(2) == 0 ? null : Step(random), random.Next(2) == 0 ? 0 : random.Next(-1, 3), Step(random));
            bool ceils = random.Next(2) == 0;
            return new([x, kernel, stride, padding, dilation, ceils], () => MaxPool1d(x, kernel, stride, padding, dilation, ceils));
        },
        ["MaxPool2d"] = random =>
        {
            Tensor<double> x = Pooled(random, 2);
            (int[] kernel, int[] stride, int[] padding, int[] dilation) = (Kernel(random), Steps(random, 1), random.Next(2) == 0 ? [] : Steps(random, 0), Steps(random, 1));
            bool ceils = random.Next(2) == 0;
            return new([x, kernel, stride, padding, dilation, ceils], () => MaxPool2d(x, kernel, stride, padding, dilation, ceils));
        },
        ["AvgPool1d"] = random =>
        {
            Tensor<double> x = Pooled(random, 1);
            (int kernel, int? stride, int padding, bool counts) = (random.Next(random.Next(8) == 0 ? 0 : 1, 4), random.Next(2) == 0 ? null : Step(random), random.Next(2) == 0 ? 0 : random.Next(-1, 3), random.Next(2) == 0);
            bool ceils = random.Next(2) == 0;
            return new([x, kernel, stride, padding, counts, ceils], () => AvgPool1d(x, kernel, stride, padding, counts, ceils));
        },
        ["AvgPool2d"] = random =>
        {
            Tensor<double> x = Pooled(random, 2);
            (int[] kernel, int[] stride, int[] padding, bool counts) = (Kernel(random), Steps(random, 1), random.Next(2) == 0 ? [] : Steps(random, 0), random.Next(2) == 0);
            bool ceils = random.Next(2) == 0;
            return new([x, kernel, stride, padding, counts, ceils], () => AvgPool2d(x, kernel, stride, padding, counts, ceils));
        },
    };

    private static Tensor<double> Pooled(Random random, int dimensions) =>
        Leaf(random.Next(10) == 0 ? Sizes(random, 2) : [.. Sizes(random, 2), .. Enumerable.Range(0, dimensions).Select(_ => random.Next(5))]);

    private static int[] Kernel(Random random) =>
        [.. Enumerable.Range(0, random.Next(12) == 0 ? random.Next(4) : random.Next(1, 3)).Select(_ => random.Next(random.Next(12) == 0 ? 0 : 1, 4))];

    /// <summary>Images, weights and a bias that often fit each other.</summary>
    private static (Tensor<double> X, Tensor<double> Weight, Tensor<double> Bias, int Groups) Images(Random random, int dimensions, bool isTransposed)
    {
        int groups = random.Next(12) == 0 ? random.Next(-1, 3) : random.Next(1, 3), channels = Math.Max(1, groups) * random.Next(1, 3), outputs = random.Next(1, 3);
        if (random.Next(12) == 0)
            channels = random.Next(4);
        int all = Math.Max(1, groups) * outputs;
        int[] x = [.. Sizes(random, 2), channels, .. Enumerable.Range(0, dimensions).Select(_ => random.Next(5))];
        int[] weight = [isTransposed ? channels : all, isTransposed ? outputs : channels / Math.Max(1, groups), .. Enumerable.Range(0, dimensions).Select(_ => random.Next(random.Next(8) == 0 ? 0 : 1, 4))];
        if (random.Next(10) == 0)
            x = Sizes(random, 4);
        if (random.Next(10) == 0)
            weight[random.Next(weight.Length)] = random.Next(4);
        return (Leaf(x), Leaf(random.Next(20) == 0 ? Sizes(random, 4) : weight), Leaf(random.Next(10) == 0 ? Sizes(random, 1) : [all]), groups);
    }

    private static int Step(Random random) => random.Next(random.Next(8) == 0 ? 0 : 1, 3);

    private static int[] Steps(Random random, int least) =>
        [.. Enumerable.Range(0, random.Next(12) == 0 ? 3 : random.Next(3)).Select(_ => random.Next(random.Next(12) == 0 ? least - 1 : least, 3))];
}
