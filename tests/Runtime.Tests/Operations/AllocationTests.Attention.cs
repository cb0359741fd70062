namespace TypedTensors.Tests.Operations;

/// <content>Attention and dropout.</content>
public sealed partial class AllocationTests
{
    private static Dictionary<string, Action[]> AttentionCases => new()
    {
        ["ScaledDotProductAttention"] =
        [
            Attention(Random(9, 8), Random(7, 8), Random(7, 5), causal: false), Attention(Random(2, 3, 8, 9).Transpose(-1, -2), Random(3, 7, 8), Random(7, 5), causal: true),
        ],
        ["Dropout"] = [Two(new DropoutOperation<float>(0.5), Random(40, 37), Tensor.Full(true, 40, 37), null), Two(new DropoutOperation<float>(0.5), Random(37, 40).T, Tensor.Full(true, 40, 37), null)],
    };

    private static Action Attention(Tensor<float> query, Tensor<float> key, Tensor<float> value, bool causal)
    {
        AttentionOperation<float> operation = new(causal);
        Tensor<bool> mask = Tensor.Full(true, query.Shape[-2], key.Shape[-2]);
        Tensor<float> result = Random(operation.ResultShape(query.Shape, key.Shape, value.Shape, mask.Shape).Sizes);
        Tensor<float> ofQuery = Random(query.Shape.Sizes), ofKey = Random(key.Shape.Sizes), ofValue = Random(value.Shape.Sizes);
        return () =>
        {
            operation.Forward(query.View, key.View, value.View, mask.View, result.View);
            operation.Pullback(result.View, query.View, key.View, value.View, mask.View, default, ofQuery.View, ofKey.View, ofValue.View, default);
        };
    }
}
