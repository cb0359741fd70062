using static TypedTensors.Ops;

namespace TypedTensors.Tests.Autograd;

/// <summary>Threads that share nothing but the library do not disturb each other: independent graphs on eight threads give the bits of one.</summary>
public sealed class ThreadTests
{
    private const int ThreadCount = 8;

    [Fact]
    public void IndependentGraphsGiveTheSameBitsOnEightThreadsAsOnOne()
    {
        float[][] alone = [.. Enumerable.Range(0, ThreadCount).Select(Train)];
        for (int round = 0; round < 5; round++)
        {
            float[][] together = new float[ThreadCount][];
            Thread[] threads = [.. Enumerable.Range(0, ThreadCount).Select(i => new Thread(() => together[i] = Train(i)))];
            foreach (Thread thread in threads)
                thread.Start();
            foreach (Thread thread in threads)
                thread.Join();
            for (int i = 0; i < ThreadCount; i++)
                Assert.Equal(alone[i], together[i]);
        }
    }

    /// <summary>Some steps of a small network that uses kernels of all kinds, with a seed of its own.</summary>
    private static float[] Train(int seed)
    {
        Generator generator = new(seed);
        Tensor<float> images = Tensor.Randn<float>(generator, 6, 1, 9, 8);
        Tensor<int> labels = Tensor.RandInt(generator, 0, 5, 6);
        Tensor<float> kernel = (Tensor.Randn<float>(generator, 3, 1, 3, 3) * 0.3f).RequireGrad();
        Tensor<float> weight = (Tensor.Randn<float>(generator, 5, 3 * 3 * 3) * 0.2f).RequireGrad();
        Tensor<float> bias = Tensor.Zeros<float>(5).RequireGrad();
        for (int step = 0; step < 10; step++)
        {
            Tensor<float> features = MaxPool2d(Relu(Conv2d(images, kernel)), 2).Flatten(1);
            Tensor<float> scores = Linear(features, weight, bias);
            Tensor<float> loss = CrossEntropy(scores, labels) + (0.01f * Norm(weight)) + Mean(Sort(scores, 1).Values.Gelu()) + LogSumExp(Einsum("bi,ci->bc", features, weight));
            loss.Backward();
            using (NoGrad())
            {
                foreach (Tensor<float> parameter in (Tensor<float>[])[kernel, weight, bias])
                {
                    parameter.SubtractInPlace(parameter.Grad!, 0.05f);
                    parameter.ZeroGrad();
                }
            }
        }

        return [.. kernel.ToArray(), .. weight.ToArray(), .. bias.ToArray()];
    }
}
