using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Operations that combine the elements along dimensions.</content>
internal static partial class OperationSamples
{
    private delegate Tensor<bool> ReduceTruth(Tensor<bool> x, ReadOnlySpan<int> dim, bool keepDims);

    private delegate Tensor<double> ReduceCorrected(Tensor<double> x, ReadOnlySpan<int> dim, bool keepDims, int correction);

    private static Dictionary<string, Func<Random, Sample>> Reductions => new()
    {
        ["Min"] = Reduction(Min),
        ["Prod"] = Reduction(Prod),
        ["All"] = TruthReduction(All),
        ["Any"] = TruthReduction(Any),
        ["ArgMax"] = Position(ArgMax),
        ["ArgMin"] = Position(ArgMin),
        ["CumSum"] = WithAxis(CumSum),
        ["CumProd"] = WithAxis(CumProd),
        ["Var"] = Deviation(Var),
        ["Std"] = Deviation(Std),
        ["LogSumExp"] = Reduction(LogSumExp),
        ["Norm"] = random =>
        {
            Tensor<double> x = Leaf(Sizes(random));
            double p = random.Next(5) switch { 0 => 0, 1 => 1, 2 => 3, 3 => double.PositiveInfinity, _ => 2 };
            int[] dim = Axes(random);
            bool keepDims = random.Next(2) == 0;
            return new([x, p, dim, keepDims], () => Norm(x, p, dim, keepDims));
        },
    };

    private static Func<Random, Sample> Deviation(ReduceCorrected function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        int[] dim = Axes(random);
        (bool keepDims, int correction) = (random.Next(2) == 0, random.Next(3));
        return new([x, dim, keepDims, correction], () => function(x, dim, keepDims, correction));
    };

    private static Func<Random, Sample> Position(Func<Tensor<double>, int?, bool, Tensor> function) => random =>
    {
        Tensor<double> x = Leaf(Sizes(random));
        int? dim = random.Next(3) == 0 ? null : Axis(random);
        bool keepDims = random.Next(2) == 0;
        return new([x, dim, keepDims], () => function(x, dim, keepDims));
    };

    private static Func<Random, Sample> TruthReduction(ReduceTruth function) => random =>
    {
        Tensor<bool> x = Tensor.Zeros<bool>(Sizes(random));
        int[] dim = Axes(random);
        bool keepDims = random.Next(2) == 0;
        return new([x, dim, keepDims], () => function(x, dim, keepDims));
    };
}
