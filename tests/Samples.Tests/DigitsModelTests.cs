using TypedTensors.Nn;
using TypedTensors.Samples.Digits;

namespace TypedTensors.Tests.Samples;

/// <summary>The model of the digits sample in this process. Operations are counted for the process, so no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(DigitsModelTests), DisableParallelization = true)]
[Collection(nameof(DigitsModelTests))]
public class DigitsModelTests
{
    [Fact]
    public void A_training_step_runs_no_operation_eagerly()
    {
        Mlp model = new(64, 32, 10);
        model.Parameters.Initialize(new Generator(7));
        Adam optimizer = new(model.Parameters, 1e-3);
        Tensor<float> x = Tensor.Rand<float>(new Generator(1), 16, 64);
        Tensor<int> y = Tensor.Full(3, 16);

        long before = Eager.DispatchCount;
        (float loss, Gradients<float> gradients) = model.LossAndGradients(x, y);
        optimizer.Step(gradients);
        Assert.Equal(0, Eager.DispatchCount - before);

        // The count is one that moves: the method that the code was generated from runs its operations one by one.
        Assert.True(model.Loss(x, y).Item() < loss);
        Assert.True(Eager.DispatchCount - before > 5);
    }
}
