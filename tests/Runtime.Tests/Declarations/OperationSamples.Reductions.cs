using static TypedTensors.Ops;

namespace TypedTensors.Tests.Declarations;

/// <content>Operations that combine the elements along dimensions.</content>
internal static partial class OperationSamples
{
    private delegate Tensor<bool> ReduceTruth(Tensor<bool> x, ReadOnlySpan<int> dim, bool keepDims);

    private static Dictionary<string, Func<Random, Sample>> Reductions => new()
    {
        ["Min"] = Reduction(Min),
        ["Prod"] = Reduction(Prod),
        ["All"] = TruthReduction(All),
        ["Any"] = TruthReduction(Any),
    };

    private static Func<Random, Sample> TruthReduction(ReduceTruth function) => random =>
    {
        Tensor<bool> x = Tensor.Zeros<bool>(Sizes(random));
        int[] dim = Axes(random);
        bool keepDims = random.Next(2) == 0;
        return new([x, dim, keepDims], () => function(x, dim, keepDims));
    };
}
