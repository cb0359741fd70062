namespace TypedTensors.Tests.Operations;

/// <content>Convolutions and pooling.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> ConvolutionCases => new()
    {
        ["Conv1d"] =
        [
            Convolved(new Conv1dOperation<float>(1, 1, 1, 1), Random(2, 3, 9), Random(4, 3, 3), 4),
            Two(new Conv1dWithoutBiasOperation<float>(2, 0, 1, 1), Random(9, 3, 2).Permute(2, 1, 0), Random(4, 3, 3), Random(4, 3, 3)),
        ],
        ["Conv2d"] =
        [
            Convolved(new Conv2dOperation<float>([1], [1], [1], 2), Random(2, 4, 9, 9), Random(4, 2, 3, 3), 4),
            Two(new Conv2dWithoutBiasOperation<float>([], [], [], 1), Random(9, 9, 3, 2).Permute(3, 2, 1, 0), Random(4, 3, 1, 1), Random(4, 3, 1, 1)),
        ],
        ["ConvTranspose1d"] =
        [
            Convolved(new ConvTranspose1dOperation<float>(2, 1, 1, 1, 1), Random(2, 3, 9), Random(3, 4, 3), 4),
            Two(new ConvTranspose1dWithoutBiasOperation<float>(1, 0, 0, 1, 1), Random(2, 3, 9), Random(3, 4, 3), Random(3, 4, 3)),
        ],
        ["ConvTranspose2d"] =
        [
            Convolved(new ConvTranspose2dOperation<float>([2], [1], [1], [1], 2), Random(2, 4, 5, 5), Random(4, 2, 3, 3), 4),
            Two(new ConvTranspose2dWithoutBiasOperation<float>([], [], [], [], 1), Random(2, 4, 5, 5), Random(4, 2, 1, 1), Random(4, 2, 1, 1)),
        ],
        ["MaxPool1d"] = Planes(new MaxPool1dOperation<float>(3, 2, 1, 1, true)),
        ["MaxPool2d"] = Planes(new MaxPool2dOperation<float>([2], [], [], [], false)),
        ["AvgPool1d"] = Planes(new AvgPool1dOperation<float>(3, null, 1, false, false)),
        ["AvgPool2d"] = Planes(new AvgPool2dOperation<float>([3, 2], [1], [1], true, true)),
    };

    private static Action[] Planes<TOperation>(TOperation operation)
        where TOperation : struct, IOperation<float, float> => [One(operation, Random(3, 6, 7)), One(operation, Random(7, 6, 3).Permute(2, 1, 0))];

    private static Action Convolved<TOperation>(TOperation operation, Tensor<float> x, Tensor<float> weight, int outputs)
        where TOperation : struct, IOperation<float, float, float, float>
    {
        Tensor<float> bias = Random(outputs), biasGradient = Random(outputs), xGradient = Random(x.Shape.Sizes), weightGradient = Random(weight.Shape.Sizes);
        Tensor<float> result = Random(operation.ResultShape(x.Shape, weight.Shape, bias.Shape).Sizes), cotangent = Random(result.Shape.Sizes);
        return () =>
        {
            operation.Forward(x.View, weight.View, bias.View, result.View);
            operation.Pullback(cotangent.View, x.View, weight.View, bias.View, default, xGradient.View, weightGradient.View, biasGradient.View);
        };
    }
}
