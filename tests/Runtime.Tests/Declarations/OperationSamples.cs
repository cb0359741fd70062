using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <summary>Random calls of every operation of the library: some fit, some must be refused.</summary>
internal static partial class OperationSamples
{
    public static IReadOnlyDictionary<string, Func<Random, Sample>> Table { get; } = new Dictionary<string, Func<Random, Sample>>(
    [
        .. Core,
        .. Structure,
        .. Indexing,
        .. Functions,
        .. Reductions,
        .. Products,
        .. Convolutions,
        .. Sorting,
        .. Losses,
        .. Normalizations,
        .. Attentions,
    ]);

    private static Dictionary<string, Func<Random, Sample>> Core => new()
    {
        ["Exp"] = One(Exp),
        ["Log"] = One(Log),
        ["Negate"] = One(Negate),
        ["Relu"] = One(Relu),
        ["Sigmoid"] = One(Sigmoid),
        ["Sqrt"] = One(Sqrt),
        ["Tanh"] = One(Tanh),
        ["Clone"] = One(Clone),
        ["MatrixTranspose"] = One(MatrixTranspose),
        ["Add"] = Two(Add),
        ["Subtract"] = Two(Subtract),
        ["Multiply"] = Two(Multiply),
        ["Divide"] = Two(Divide),
        ["Power"] = Two(Power),
        ["Eq"] = Two(Eq),
        ["Ne"] = Two(Ne),
        ["Less"] = Two(Less),
        ["LessOrEqual"] = Two(LessOrEqual),
        ["Greater"] = Two(Greater),
        ["GreaterOrEqual"] = Two(GreaterOrEqual),
        ["MatMul"] = random =>
        {
            int[] left = Sizes(random, 4);
            int[] right = random.Next(3) == 0 || left.Length == 0 ? Sizes(random, 4)
                : random.Next(3) == 0 ? [left[^1]]
                : [.. Alter(random, left[..Math.Max(0, left.Length - 2)]), left[^1], random.Next(4)];
            return Two(MatMul, left, right);
        },
        ["Where"] = random =>
        {
            int[] sizes = Sizes(random);
            Tensor<bool> condition = Tensor.Zeros<bool>(Alter(random, sizes));
            Tensor<double> a = Leaf(sizes), b = Leaf(Alter(random, sizes));
            return new([condition, a, b], () => Where(condition, a, b));
        },
        ["Softmax"] = WithAxis(Softmax),
        ["LogSoftmax"] = WithAxis(LogSoftmax),
        ["Unsqueeze"] = WithAxis(Unsqueeze),
        ["Squeeze"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            int? dim = random.Next(3) == 0 ? null : Axis(random);
            return new([x, dim], () => Squeeze(x, dim));
        },
        ["Transpose"] = WithAxes((x, first, second) => Transpose(x, first, second)),
        ["Flatten"] = WithAxes((x, first, second) => Flatten(x, first, second)),
        ["Permute"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            int[] dims = random.Next(3) == 0 ? Axes(random) : [.. Enumerable.Range(0, x.Rank).OrderBy(_ => random.Next()).Select(axis => random.Next(2) == 0 ? axis : axis - x.Rank)];
            return new([x, dims], () => Permute(x, dims));
        },
        ["Reshape"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            int[] sizes = [.. Alter(random, [.. x.Shape.Sizes.ToArray().OrderBy(_ => random.Next())])];
            if (sizes.Length > 0 && random.Next(3) == 0)
                sizes[random.Next(sizes.Length)] = -random.Next(1, 3);
            return new([x, sizes], () => Reshape(x, sizes));
        },
        ["Expand"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            int[] sizes = [.. Sizes(random, 1), .. x.Shape.Sizes];
            for (int i = 0; i < sizes.Length; i++)
                sizes[i] = sizes[i] == 1 || random.Next(10) == 0 ? random.Next(4) : random.Next(4) == 0 ? -random.Next(1, 3) : sizes[i];
            return new([x, sizes], () => Expand(x, sizes));
        },
        ["GetItem"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            Slice[] slices = [.. Enumerable.Range(0, random.Next(x.Rank + 2)).Select(_ => RandomSlice(random))];
            return new([x, slices], () => x[slices]);
        },
        ["Sum"] = Reduction(Sum),
        ["Mean"] = Reduction(Mean),
        ["Max"] = Reduction(Max),
        ["Cat"] = random => List(random, (tensors, dim) => Cat(tensors, dim)),
        ["Stack"] = random => List(random, (tensors, dim) => Stack(tensors, dim)),
    };

    private delegate Tensor<double> Reduce(Tensor<double> x, ReadOnlySpan<int> dim, bool keepDims);

    private static Func<Random, Sample> One(Func<Tensor<double>, Tensor> function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        return new([x], () => function(x));
    };

    private static Func<Random, Sample> Two(Func<Tensor<double>, Tensor<double>, Tensor> function) => random =>
    {
        int[] left = Sizes(random);
        return Two(function, left, Alter(random, left));
    };

    private static Sample Two(Func<Tensor<double>, Tensor<double>, Tensor> function, int[] leftSizes, int[] rightSizes)
    {
        Tensor<double> left = Leaf(leftSizes), right = Leaf(rightSizes);
        return new([left, right], () => function(left, right));
    }

    private static Func<Random, Sample> WithAxis(Func<Tensor<double>, int, Tensor> function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        int dim = Axis(random);
        return new([x, dim], () => function(x, dim));
    };

    private static Func<Random, Sample> WithAxes(Func<Tensor<double>, int, int, Tensor> function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        int first = Axis(random), second = Axis(random);
        return new([x, first, second], () => function(x, first, second));
    };

    private static Func<Random, Sample> Reduction(Reduce function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        int[] dim = Axes(random);
        bool keepDims = random.Next(2) == 0;
        return new([x, dim, keepDims], () => function(x, dim, keepDims));
    };

    private static Sample List(Random random, Func<Tensor<double>[], int, Tensor> function)
    {
        int[] sizes = Sizes(random);
        Tensor<double>[] tensors = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Leaf(random.Next(4) == 0 ? Alter(random, sizes) : sizes))];
        int dim = Axis(random);
        return new([tensors, dim], () => function(tensors, dim));
    }

    private static Tensor<double> Leaf(int[] sizes) => Tensor.Ones<double>(sizes).RequireGrad();

    private static int[] Sizes(Random random, int maxRank = 3) => [.. Enumerable.Range(0, random.Next(maxRank + 1)).Select(_ => random.Next(4))];

    /// <summary>Sizes that often broadcast with others: one changed, some set to 1, one dimension more or less.</summary>
    private static int[] Alter(Random random, int[] sizes)
    {
        List<int> altered = [.. sizes.Select(size => random.Next(4) == 0 ? 1 : size)];
        if (altered.Count > 0 && random.Next(6) == 0)
            altered[random.Next(altered.Count)] = random.Next(4);
        if (altered.Count > 0 && random.Next(4) == 0)
            altered.RemoveAt(0);
        if (random.Next(6) == 0)
            altered.Insert(0, random.Next(1, 4));
        return [.. altered];
    }

    private static int Axis(Random random) => random.Next(-4, 4);

    private static int[] Axes(Random random) => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Axis(random))];

    private static Slice RandomSlice(Random random)
    {
        Index Bound() => new(random.Next(4), random.Next(2) == 0);
        return random.Next(5) switch
        {
            0 => random.Next(-1, 4),
            1 => Bound(),
            2 => Slice.NewAxis,
            3 => Slice.Step(Bound()..Bound(), random.Next(1, 4)),
            _ => ..,
        };
    }
}
