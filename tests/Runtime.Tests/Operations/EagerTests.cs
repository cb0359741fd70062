namespace TypedTensors.Tests.Operations;

/// <summary>Alone, because the count is one for all threads.</summary>
[CollectionDefinition(nameof(EagerTests), DisableParallelization = true)]
[Collection(nameof(EagerTests))]
public sealed class EagerTests
{
    [Fact]
    public void EveryOperationIsCounted()
    {
        Tensor<float> x = Tensor.Ones<float>(2, 2);
        long before = Eager.DispatchCount;
        _ = Ops.Relu(x.MatMul(x) + 1f).Reshape(4).Sum();
        _ = Ops.Cat([x, x]);
        Assert.Equal(before + 6, Eager.DispatchCount);
    }
}
