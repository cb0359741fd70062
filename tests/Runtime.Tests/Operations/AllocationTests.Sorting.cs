namespace TypedTensors.Tests.Operations;

/// <content>Operations that sort.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> SortingCases => new()
    {
        ["Sort"] = [Pair(new SortOperation<float>(0, true), Random(37, 5)), Pair(new SortOperation<float>(-1, false), Random(37, 5).T)],
        ["TopK"] = [Pair(new TopKOperation<float>(3, 0, true), Random(37, 5)), Pair(new TopKOperation<float>(3, -1, false), Random(37, 5).T)],
        ["MaxWithIndices"] = [Pair(new MaxWithIndicesOperation<float>(0, true), Random(37, 5)), Pair(new MaxWithIndicesOperation<float>(-1, false), Random(37, 5).T)],
        ["MinWithIndices"] = [Pair(new MinWithIndicesOperation<float>(0, true), Random(37, 5)), Pair(new MinWithIndicesOperation<float>(-1, false), Random(37, 5).T)],
    };

    private static Action Pair<TOperation>(TOperation operation, Tensor<float> x)
        where TOperation : struct, IPairOperation<float, float, long>
    {
        (Shape first, Shape second) = operation.ResultShapes(x.Shape);
        (Tensor<float> values, Tensor<long> indices) = (Tensor.Zeros<float>(first.Sizes), Tensor.Zeros<long>(second.Sizes));
        Tensor<float> gradient = Tensor.Zeros<float>(x.Shape.Sizes);
        return () =>
        {
            operation.Forward(x.View, values.View, indices.View);
            operation.Pullback(values.View, default, default, values.View, indices.View, gradient.View);
        };
    }
}
