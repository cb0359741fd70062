using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Operations on indices and masks.</content>
internal static partial class OperationSamples
{
    private static Dictionary<string, Func<Random, Sample>> Indexing => new()
    {
        ["IndexSelect"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            Tensor<int> index = Tensor.Zeros<int>(random.Next(6) == 0 ? Sizes(random) : [random.Next(4)]);
            int dim = Axis(random);
            return new([x, dim, index], () => IndexSelect(x, dim, index));
        },
        ["Gather"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            Tensor<int> index = Tensor.Zeros<int>(Inside(random, x.Shape));
            int dim = Axis(random);
            return new([x, dim, index], () => Gather(x, dim, index));
        },
        ["Scatter"] = Scattered(Scatter),
        ["ScatterAdd"] = Scattered(ScatterAdd),
        ["OneHot"] = random =>
        {
            Tensor<int> index = Tensor.Zeros<int>(Sizes(random));
            int classes = random.Next(4);
            return new([index, classes], () => OneHot<double>(index, classes));
        },
        ["Embedding"] = random =>
        {
            Tensor<int> index = Tensor.Zeros<int>(Sizes(random));
            Tensor<double> table = Leaf(random.Next(4) == 0 ? Sizes(random) : [random.Next(4), random.Next(4)]);
            int? padding = random.Next(2) == 0 ? null : random.Next(-2, 2);
            return new([index, table, padding], () => Embedding(index, table, padding));
        },
        ["MaskedFill"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            Tensor<bool> mask = Tensor.Zeros<bool>(Alter(random, x.Shape.Sizes.ToArray()));
            return new([x, mask, 2.0], () => MaskedFill(x, mask, 2));
        },
    };

    private static Func<Random, Sample> Scattered(Func<Tensor<double>, int, Tensor<int>, Tensor<double>, Tensor> function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        Tensor<int> index = Tensor.Zeros<int>(Inside(random, x.Shape));
        Tensor<double> source = Leaf([.. index.Shape.Sizes.ToArray().Select(size => Math.Max(0, size + random.Next(8) switch { 0 => -1, 1 => 1, _ => 0 }))]);
        int dim = Axis(random);
        return new([x, dim, index, source], () => function(x, dim, index, source));
    };

    private static int[] Inside(Random random, Shape shape) =>
        random.Next(8) == 0 ? Sizes(random) : [.. shape.Sizes.ToArray().Select(size => random.Next(8) == 0 ? random.Next(5) : random.Next(size + 1))];
}
