namespace TypedTensors.Tests.Operations;

/// <content>Normalizations.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> NormalizationCases => new()
    {
        ["LayerNorm"] =
        [
            .. from dim in (int[][])[[-1], [1, 2], [0]] from x in Rows() select One(new LayerNormWithoutWeightOperation<float>(dim, 1e-5), x),
            .. from x in Rows() select Two(new LayerNormWithoutBiasOperation<float>([-1], 1e-5), x, Random(40), Random(40)),
            .. from x in Rows() select Weighted(new LayerNormOperation<float>([1, -1], 1e-5), x, Random(5, 40)),
        ],
        ["GroupNorm"] =
        [
            One(new GroupNormWithoutWeightOperation<float>(2, 1e-5), Random(3, 4, 9)), Two(new GroupNormWithoutBiasOperation<float>(2, 1e-5), Random(3, 4, 9), Random(4), Random(4)),
            Weighted(new GroupNormOperation<float>(2, 1e-5), Random(4, 3, 9).Transpose(0, 1), Random(4)),
        ],
        ["BatchNorm"] =
        [
            One(new BatchNormWithoutWeightOperation<float>(1e-5), Random(9, 40)), Two(new BatchNormWithoutBiasOperation<float>(1e-5), Random(40, 9).T, Random(40), Random(40)),
            Weighted(new BatchNormOperation<float>(1e-5), Random(3, 4, 5, 6), Random(4)),
        ],
        ["BatchNormInference"] = [.. from x in (Tensor<float>[])[Random(9, 40), Random(40, 9).T, Random(3, 40, 2, 2)] select GivenStatistics(x)],
        ["BatchStatistics"] = [.. from x in (Tensor<float>[])[Random(9, 40), Random(40, 9).T, Random(3, 4, 5, 6)] select Statistics(x)],
    };

    private static Action Weighted<TOperation>(TOperation operation, Tensor<float> x, Tensor<float> weight)
        where TOperation : struct, IOperation<float, float, float, float>
    {
        Tensor<float> result = Random(x.Shape.Sizes), cotangent = Random(x.Shape.Sizes), gradient = Random(x.Shape.Sizes);
        Tensor<float> weightGradient = Random(weight.Shape.Sizes), biasGradient = Random(weight.Shape.Sizes);
        return () =>
        {
            operation.Forward(x.View, weight.View, weight.View, result.View);
            operation.Pullback(cotangent.View, x.View, weight.View, weight.View, default, gradient.View, weightGradient.View, biasGradient.View);
        };
    }

    private static Action GivenStatistics(Tensor<float> x)
    {
        BatchNormInferenceOperation<float> operation = new(1e-5);
        Tensor<float> numbers = Tensor.Ones<float>(40), result = Random(x.Shape.Sizes), gradient = Random(x.Shape.Sizes), ofWeight = Random(40), ofBias = Random(40);
        return () =>
        {
            operation.Forward(x.View, numbers.View, numbers.View, numbers.View, numbers.View, result.View);
            operation.Pullback(
                x.View, x.View, numbers.View, numbers.View, numbers.View, numbers.View, default, gradient.View, default, default, ofWeight.View, ofBias.View);
        };
    }

    private static Action Statistics(Tensor<float> x)
    {
        BatchStatisticsOperation<float> operation = default;
        Tensor<float> mean = Random(x.Shape[1]), variance = Random(x.Shape[1]), gradient = Random(x.Shape.Sizes);
        return () =>
        {
            operation.Forward(x.View, mean.View, variance.View);
            operation.Pullback(mean.View, variance.View, x.View, mean.View, variance.View, gradient.View);
        };
    }
}
