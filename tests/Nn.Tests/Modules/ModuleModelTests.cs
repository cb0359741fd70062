namespace TypedTensors.Tests.Nn;

public class ModuleModelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void A_model_of_modules_is_compiled_as_it_runs(int batch)
    {
        ConvolutionalNet net = new();
        net.Parameters.Initialize(new Generator(7));
        Tensor<float> x = Tensor.Randn<float>(new Generator(8), batch, 1, 12, 12);
        Tensor<int> y = Tensor.From<int>([.. Enumerable.Range(0, batch)], batch);

        Agree(net.Parameters, net.Loss(x, y), net.LossAndGradients(x, y));
        Assert.Equal(net.Forward(x).ToArray(), net.ForwardCompiled(x).ToArray());
        Assert.Equal(["First.Weight", "First.Bias", "Second.Weight", "Scores.Weight", "Scores.Bias"], net.Parameters.Names);
    }

    [Fact]
    public void Modules_that_carry_their_code_are_included()
    {
        ModulePerceptron net = new(5);
        net.Parameters.Initialize(new Generator(7));
        Tensor<float> x = Tensor.Randn<float>(new Generator(8), 4, 6);
        Tensor<int> y = Tensor.From<int>([0, 1, 2, 0], 4);

        Agree(net.Parameters, net.Loss(x, y), net.LossAndGradients(x, y));
    }

    private static void Agree(ModelParameters<float> parameters, Tensor<float> loss, ValueAndGradients<float> compiled)
    {
        loss.Backward();
        Assert.Equal(loss.Item(), compiled.Value, 1e-5f);
        foreach (string name in parameters.Names)
        {
            float[] expected = parameters[name].Grad!.ToArray();
            Assert.Contains(expected, value => value != 0);
            Assert.All(expected.Zip(compiled.Gradients[name].ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }
}
