using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Losses.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Losses => new()
    {
        ["MseLoss"] = OfElements(MseLoss),
        ["L1Loss"] = OfElements(L1Loss),
        ["BceWithLogits"] = random =>
        {
            int[] sizes = Sizes(random);
            Tensor<double> x = Leaf(sizes), y = Leaf(random.Next(8) == 0 ? Sizes(random) : sizes);
            Tensor<double> weight = Spread(random, sizes), posWeight = Spread(random, sizes);
            Reduction reduction = Reduced(random);
            return new([x, y, weight, posWeight, reduction], () => BceWithLogits(x, y, weight, posWeight, reduction));
        },
        ["NllLoss"] = random =>
        {
            (Tensor<double> scores, Tensor<int> target, Tensor<double> weight) = Classified(random);
            Reduction reduction = Reduced(random);
            return random.Next(2) == 0
                ? new([scores, target, weight, reduction, null], () => NllLoss(scores, target, weight, reduction))
                : new([scores, target, null, reduction, 0], () => NllLoss(scores, target, reduction, 0));
        },
        ["CrossEntropy"] = random =>
        {
            (Tensor<double> scores, Tensor<int> target, Tensor<double> weight) = Classified(random);
            Reduction reduction = Reduced(random);
            return random.Next(3) switch
            {
                0 => new([scores, target, weight, reduction, null], () => CrossEntropy(scores, target, weight, reduction)),
                1 => new([scores, target, null, reduction, 0], () => CrossEntropy(scores, target, reduction, 0)),
                _ => new([scores, target, null, default(Reduction), null], () => CrossEntropy(scores, target)),
            };
        },
    };

    private static Func<Random, Sample> OfElements(Func<Tensor<double>, Tensor<double>, Reduction, Tensor<double>> operation) => random =>
    {
        int[] sizes = Sizes(random);
        Tensor<double> x = Leaf(sizes), y = Leaf(random.Next(4) == 0 ? Alter(random, sizes) : sizes);
        Reduction reduction = Reduced(random);
        return new([x, y, reduction], () => operation(x, y, reduction));
    };

    private static Reduction Reduced(Random random) => (Reduction)random.Next(random.Next(8) == 0 ? 4 : 3);

    /// <summary>A shape that can often be broadcast to another.</summary>
    private static Tensor<double> Spread(Random random, int[] sizes) =>
        Tensor.Ones<double>(random.Next(10) == 0 ? Sizes(random) : [.. sizes[random.Next(sizes.Length + 1)..].Select(size => random.Next(3) == 0 ? 1 : size)]);

    private static (Tensor<double> Scores, Tensor<int> Target, Tensor<double> Weight) Classified(Random random)
    {
        int[] sizes = Sizes(random, 4);
        int axis = Math.Min(1, sizes.Length - 1);
        int[] target = random.Next(4) == 0 || axis < 0 ? Sizes(random) : [.. sizes[..axis], .. sizes[(axis + 1)..]];
        return (Leaf(sizes), Tensor.Zeros<int>(target), Tensor.Ones<double>(random.Next(6) == 0 || axis < 0 ? Sizes(random, 2) : [sizes[axis]]));
    }
}
