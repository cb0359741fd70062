namespace TypedTensors.Tests.Operations;

/// <content>Losses.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> LossCases => new()
    {
        ["MseLoss"] =
        [
            .. from reduction in Enum.GetValues<Reduction>()
               from y in (Tensor<float>[])[Random(40, 37), Random(37, 40).T]
               select Two(new MseLossOperation<float>(reduction), Random(40, 37), y, Random(40, 37)),
        ],
        ["L1Loss"] =
        [
            .. from reduction in Enum.GetValues<Reduction>()
               from y in (Tensor<float>[])[Random(40, 37), Random(37, 40).T]
               select Two(new L1LossOperation<float>(reduction), Random(40, 37), y, Random(40, 37)),
        ],
        ["BceWithLogits"] = [.. from reduction in Enum.GetValues<Reduction>() from weight in (Tensor<float>[])[Scalar, Random(37)] select Entropy(reduction, weight)],
        ["NllLoss"] =
        [
            .. from reduction in Enum.GetValues<Reduction>()
               from scores in (Tensor<float>[])[Random(32, 10), Random(10, 32).T]
               from run in (Action[])[Two(new NllLossWithoutWeightOperation<float, int>(reduction, null), scores, Tensor.Zeros<int>(32), null), Classified(new NllLossOperation<float, int>(reduction, 3), scores)]
               select run,
        ],
        ["CrossEntropy"] =
        [
            CrossEntropy(Random(32, 10), [32]), CrossEntropy(Random(10, 32).T, [32]), CrossEntropy(Random(4, 7, 9), [4, 9]),
            .. from reduction in Enum.GetValues<Reduction>()
               from scores in (Tensor<float>[])[Random(32, 10), Random(10, 32).T]
               from run in (Action[])[Two(new ReducedCrossEntropyOperation<float, int>(reduction, null), scores, Tensor.Zeros<int>(32), null), Classified(new WeightedCrossEntropyOperation<float, int>(reduction, 3), scores)]
               select run,
        ],
    };

    private static Action Entropy(Reduction reduction, Tensor<float> weight)
    {
        BceWithLogitsOperation<float> operation = new(reduction);
        Tensor<float> x = Random(4, 37), y = Random(4, 37), result = Random(operation.ResultShape(x.Shape, y.Shape, weight.Shape, weight.Shape).Sizes);
        Tensor<float> cotangent = Random(result.Shape.Sizes), xGradient = Random(4, 37), yGradient = Random(4, 37);
        return () =>
        {
            operation.Forward(x.View, y.View, weight.View, weight.View, result.View);
            operation.Pullback(cotangent.View, x.View, y.View, weight.View, weight.View, default, xGradient.View, yGradient.View, default, default);
        };
    }

    private static Action Classified<TOperation>(TOperation operation, Tensor<float> scores)
        where TOperation : struct, IOperation<float, int, float, float>
    {
        Tensor<int> target = Tensor.Zeros<int>(scores.Shape[0]);
        Tensor<float> weight = Random(scores.Shape[1]), result = Random(operation.ResultShape(scores.Shape, target.Shape, weight.Shape).Sizes);
        Tensor<float> cotangent = Random(result.Shape.Sizes), gradient = Random(scores.Shape.Sizes);
        return () =>
        {
            operation.Forward(scores.View, target.View, weight.View, result.View);
            operation.Pullback(cotangent.View, scores.View, target.View, weight.View, default, gradient.View, default, default);
        };
    }
}
