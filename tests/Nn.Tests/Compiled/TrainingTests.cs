using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn.Compiled;

/// <summary>What one may rely on when a model is trained, or used, by its generated members.</summary>
public class TrainingTests
{
    [Fact]
    public void Threads_call_a_generated_member_at_once_and_each_gets_its_own_result()
    {
        const int Calls = 500;
        DigitPerceptron model = Create(20, 12);
        Tensor<float>[] inputs = [Images(7, 20, seed: 1), Images(11, 20, seed: 2)];
        float[][] expected = [.. inputs.Select(x => model.Forward(x).ToArray())];
        using Barrier start = new(inputs.Length);
        int[] right = new int[inputs.Length];

        Thread[] threads = [.. Enumerable.Range(0, inputs.Length).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            for (int i = 0; i < Calls; i++)
            {
                // Both threads use both inputs, so that they meet at the same plans too.
                int which = (index + i) % inputs.Length;
                if (IsClose(expected[which], model.ForwardCompiled(inputs[which]).ToArray()))
                    right[index]++;
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();

        Assert.Equal([Calls, Calls], right);
    }

    [Fact]
    public void Losses_that_are_kept_keep_their_values()
    {
        DigitPerceptron model = Create(20, 12);
        Sgd optimizer = new(model.Parameters, 0.1);
        (Tensor<float> x, Tensor<int> y) = (Images(8, 20, seed: 1), Labels(8));
        List<ValueAndGradients<float>> kept = [];
        List<string> seen = [];
        for (int step = 0; step < 30; step++)
        {
            ValueAndGradients<float> result = model.LossAndGradients(x, y);
            optimizer.Step(result.Gradients);
            kept.Add(result);
            seen.Add($"{result.Value:R}");
        }

        Assert.Equal(seen, kept.Select(result => $"{result.Value:R}"));
        Assert.True(kept[^1].Value < kept[0].Value, $"the loss went from {kept[0].Value} to {kept[^1].Value}");
    }

    [Fact]
    public void Results_that_are_kept_keep_their_values()
    {
        DigitPerceptron model = Create(20, 12);
        Tensor<float> first = model.ForwardCompiled(Images(8, 20, seed: 1));
        float[] values = first.ToArray();

        model.ForwardCompiled(Images(8, 20, seed: 2));

        Assert.Equal(values, first.ToArray());
    }

    [Fact]
    public void Gradients_that_a_later_call_has_overwritten_cannot_be_read()
    {
        DigitPerceptron model = Create(20, 12);
        (Tensor<float> x, Tensor<int> y) = (Images(8, 20, seed: 1), Labels(8));
        Gradients<float> stale = model.LossAndGradients(x, y).Gradients;
        Tensor<float> kept = stale["W1"].Clone();
        Gradients<float> current = model.LossAndGradients(x, y).Gradients;

        const string Message = "Gradients: a later call has overwritten these gradients; use them before the next call, "
            + "Clone() what has to outlast it, or have the next call accumulate";
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => stale["W1"]).Message);
        Assert.Equal(Message, Assert.Throws<InvalidOperationException>(() => stale.Of(model.B2)).Message);
        Sgd optimizer = new(model.Parameters, 0.1);
        Assert.Throws<InvalidOperationException>(() => optimizer.Step(stale));
        Assert.Equal(kept.ToArray(), current["W1"].ToArray());
    }

    [Fact]
    public void Two_half_batches_accumulate_to_the_whole_batch()
    {
        DigitPerceptron model = Create(20, 12);
        (Tensor<float> x, Tensor<int> y) = (Images(8, 20, seed: 1), Labels(8));
        (float wholeLoss, Gradients<float> whole) = model.LossAndGradients(x, y);
        Dictionary<string, float[]> expected = model.Parameters.Names.ToDictionary(name => name, name => whole[name].ToArray());

        (float firstLoss, _) = model.LossAndGradients(x[..4], y[..4]);
        (float secondLoss, Gradients<float> sum) = model.LossAndGradients(x[4..], y[4..], accumulate: true);

        // Each loss is the mean over its own half.
        Assert.Equal(wholeLoss, (firstLoss + secondLoss) / 2, 1e-5f);
        foreach ((string name, float[] values) in expected)
            Assert.True(IsClose(values, [.. sum[name].ToArray().Select(value => value / 2)]), name);

        Gradients<float> again = model.LossAndGradients(x, y).Gradients;
        Assert.All(expected, pair => Assert.Equal(pair.Value, again[pair.Key].ToArray()));
    }

    private static DigitPerceptron Create(int inputs, int hidden)
    {
        DigitPerceptron model = new(inputs, hidden, 10);
        model.Parameters.Initialize(new Generator(3));
        return model;
    }

    private static Tensor<float> Images(int count, int inputs, int seed) => Tensor.Rand<float>(new Generator(seed), count, inputs) * 255f;

    private static Tensor<int> Labels(int count) => Tensor.From(Enumerable.Range(0, count).Select(i => i * 3 % 10).ToArray(), count);

    private static bool IsClose(float[] expected, float[] actual) =>
        expected.Length == actual.Length && expected.Zip(actual).All(pair => Math.Abs(pair.First - pair.Second) <= 1e-6f + (1e-5f * Math.Abs(pair.First)));
}
