namespace TypedTensors.Tests.Operations;

/// <content>Products.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> ProductCases => new()
    {
        ["Einsum"] =
        [
            Contracted("ij,jk->ik", [33, 65], [65, 17]), Contracted("abc,dbc->ad", [3, 4, 5], [6, 4, 5]), Contracted("acb,bcd->da", [3, 4, 5], [5, 4, 6]),
            Contracted("iij,jk,kl->l", [4, 4, 5], [5, 6], [6, 7]), Contracted("i,j->ij", [5], [6]), Contracted("ijk->j", [[5, 6, 7]]),
        ],
        ["Dot"] = [Two(default(DotOperation<float>), Random(65), Random(65), Random(65))],
        ["Outer"] = [Two(default(OuterOperation<float>), Random(33), Random(17), Random(17))],
        ["Mv"] = [Two(default(MvOperation<float>), Random(65, 33).T, Random(65), Random(65))],
        ["Mm"] = [Two(default(MmOperation<float>), Random(65, 33).T, Random(65, 17), Random(65, 17))],
        ["Bmm"] = [Two(default(BmmOperation<float>), Random(3, 5, 6), Random(3, 6, 4), Random(3, 6, 4))],
        ["Linear"] = [Two(default(LinearWithoutBiasOperation<float>), Random(3, 5, 6), Random(4, 6), Random(4, 6)), Linear()],
    };

    private static Action Linear()
    {
        LinearOperation<float> operation = default;
        (Tensor<float> x, Tensor<float> weight, Tensor<float> bias) = (Random(5, 3).T, Random(4, 5), Random(4));
        (Tensor<float> result, Tensor<float> gradient, Tensor<float> weightGradient, Tensor<float> biasGradient) = (Random(3, 4), Random(3, 5), Random(4, 5), Random(4));
        return () =>
        {
            operation.Forward(x.View, weight.View, bias.View, result.View);
            operation.Pullback(result.View, x.View, weight.View, bias.View, default, gradient.View, weightGradient.View, biasGradient.View);
        };
    }

    private static Action Contracted(string equation, params int[][] sizes)
    {
        EinsumOperation<float> operation = new(equation);
        Tensor<float>[] tensors = [.. sizes.Select(size => Random(size))], gradients = [.. sizes.Select(size => Random(size))];
        Shape[] shapes = Array.ConvertAll(tensors, tensor => tensor.Shape);
        Shape resultShape = operation.ResultShape(shapes);
        (Tensor<float> result, Tensor<float> cotangent) = (Random(resultShape.Sizes), Random(resultShape.Sizes));
        return () =>
        {
            operation.Forward(new TensorViewList<float>(tensors), result.View);
            operation.Pullback(cotangent.View, shapes, new TensorViewList<float>(tensors), default, new TensorViewList<float>(gradients));
        };
    }
}
