using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn.Compiled;

/// <summary>The tests that count what the whole process allocates; no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public class AllocationTests
{
    private const int Steps = 1000;

    public static TheoryData<string> Optimizers => ["SGD", "SGD with momentum", "Adam", "AdamW"];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Training_allocates_nothing_once_both_batch_sizes_have_been_seen(string name)
    {
        DigitPerceptron model = new(784, 128, 10);
        model.Parameters.Initialize(new Generator(5));
        Optimizer optimizer = name switch
        {
            "SGD" => new Sgd(model.Parameters, 0.01),
            "SGD with momentum" => new Sgd(model.Parameters, 0.01, momentum: 0.9),
            "Adam" => new Adam(model.Parameters, 1e-3),
            _ => new AdamW(model.Parameters, 1e-3),
        };
        Tensor<float>[] images = [Tensor.Rand<float>(32, 784), Tensor.Rand<float>(29, 784)];
        Tensor<int>[] labels = [Tensor.Full(3, 32), Tensor.Full(5, 29)];
        float loss = Train(20);

        // The just-in-time compiler works in the background for a while; the run of steps is what is asked about, so it may be repeated.
        long allocated = long.MaxValue;
        for (int attempt = 0; attempt < 3 && allocated != 0; attempt++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            loss = Train(Steps);
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        Assert.Equal(0, allocated);
        Assert.True(float.IsFinite(loss));

        float Train(int steps)
        {
            float last = 0;
            for (int step = 0; step < steps; step++)
            {
                (last, Gradients<float> gradients) = model.LossAndGradients(images[step % 2], labels[step % 2]);
                optimizer.Step(gradients);
            }

            return last;
        }
    }
}
