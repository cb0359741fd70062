using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Operations that move elements.</content>
internal static partial class OperationSamples
{
    private delegate Tensor<double> WithAmounts(Tensor<double> x, ReadOnlySpan<int> amounts);

    private static Dictionary<string, Func<Random, Sample>> Structure => new()
    {
        ["View"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            int[] sizes = [.. Alter(random, [.. x.Shape.Sizes.ToArray().OrderBy(_ => random.Next())])];
            if (sizes.Length > 0 && random.Next(3) == 0)
                sizes[random.Next(sizes.Length)] = -random.Next(1, 3);
            return new([x, sizes], () => View(x, sizes));
        },
        ["Diagonal"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random, 4));
            (int offset, int first, int second) = (random.Next(-4, 5), Axis(random), Axis(random));
            return new([x, offset, first, second], () => Diagonal(x, offset, first, second));
        },
        ["Trace"] = One(Trace),
        ["Tril"] = WithAxis(Tril),
        ["Triu"] = WithAxis(Triu),
        ["Flip"] = Amounts(Flip, random => Axes(random)),
        ["Roll"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            int[] dims = Axes(random), shifts = [.. Enumerable.Range(0, random.Next(5) == 0 ? random.Next(3) : dims.Length).Select(_ => random.Next(-5, 6))];
            return new([x, shifts, dims], () => Roll(x, shifts, dims));
        },
        ["Tile"] = Amounts(Tile, random => [.. Enumerable.Range(0, random.Next(5)).Select(_ => random.Next(random.Next(4) == 0 ? -1 : 0, 3))]),
        ["Pad"] = Amounts((x, pads) => Pad(x, pads, 2), random => Pairs(random, -2), hasValue: true),
        ["PadReflect"] = Amounts(PadReflect, random => Pairs(random, random.Next(4) == 0 ? -1 : 0)),
        ["PadReplicate"] = Amounts(PadReplicate, random => Pairs(random, random.Next(4) == 0 ? -1 : 0)),
    };

    private static Func<Random, Sample> Amounts(WithAmounts function, Func<Random, int[]> draw, bool hasValue = false) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        int[] amounts = draw(random);
        return new(hasValue ? [x, amounts, 2.0] : [x, amounts], () => function(x, amounts));
    };

    private static int[] Pairs(Random random, int low) =>
        [.. Enumerable.Range(0, random.Next(12) == 0 ? 3 : 2 * random.Next(4)).Select(_ => random.Next(low, random.Next(2) == 0 ? 2 : 4))];
}
