using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn;

public class ModuleTests
{
    [Theory]
    [InlineData(256, 4)]
    [InlineData(9, 100)]
    public void Weight_and_bias_of_a_linear_map_begin_within_one_over_the_root_of_its_inputs(int inputs, int outputs)
    {
        Linear linear = new(inputs, outputs);
        linear.Parameters.Initialize(new Generator(3));

        Assert.Equal(new Shape(outputs, inputs), linear.Weight.Shape);
        Assert.Equal(new Shape(outputs), linear.Bias.Shape);
        Assert.True(linear.Weight.RequiresGrad && linear.Bias.RequiresGrad);
        CheckUniform(linear.Weight, 1 / Math.Sqrt(inputs));
        Assert.All(linear.Bias.ToArray(), value => Assert.InRange(Math.Abs(value), 0, 1 / Math.Sqrt(inputs)));
    }

    [Theory]
    [InlineData(1, 1, 5, 5, 0.2)]
    [InlineData(16, 4, 2, 2, 0.25)]
    public void Weights_of_a_convolution_begin_within_one_over_the_root_of_what_feeds_an_output(int channels, int groups, int height, int width, double bound)
    {
        Conv2d conv = new(channels, 20, (height, width), groups: groups);
        conv.Parameters.Initialize(new Generator(3));

        Assert.Equal(new Shape(20, channels / groups, height, width), conv.Weight.Shape);
        Assert.Equal(new Shape(20), conv.Bias.Shape);
        CheckUniform(conv.Weight, bound);
        Assert.All(conv.Bias.ToArray(), value => Assert.InRange(Math.Abs(value), 0, bound));
    }

    [Fact]
    public void A_module_computes_what_its_operation_computes()
    {
        Tensor<float> x = Tensor.Randn<float>(new Generator(5), 2, 4, 9, 8);
        Linear linear = new(8, 3);
        LinearWithoutBias narrow = new(8, 3);
        Conv2d conv = new(4, 6, kernelSize: (3, 2), stride: (2, 1), padding: (1, 0), dilation: (1, 2), groups: 2);
        Conv2dWithoutBias bare = new(4, 6, 3);

        Same(Ops.Linear(x, linear.Weight, linear.Bias), linear.Forward(x), linear.ForwardCompiled(x));
        Same(Ops.Linear(x, narrow.Weight), narrow.Forward(x), narrow.ForwardCompiled(x));
        Same(Ops.Conv2d(x, conv.Weight, conv.Bias, [2, 1], [1, 0], [1, 2], 2), conv.Forward(x), conv.ForwardCompiled(x));
        Same(Ops.Conv2d(x, bare.Weight), bare.Forward(x), bare.ForwardCompiled(x));
        Same(Ops.MaxPool2d(x, [3, 2], [2, 1], [1, 0], [1, 2]), new MaxPool2d((3, 2), (2, 1), (1, 0), (1, 2)).Forward(x));
        Same(Ops.MaxPool2d(x, 2), new MaxPool2d(2).Forward(x), new MaxPool2d(2).ForwardCompiled(x));
        Same(Ops.AvgPool2d(x, [3, 2], [2, 1], [1, 0]), new AvgPool2d((3, 2), (2, 1), (1, 0)).Forward(x));
        Same(Ops.AvgPool2d(x, 2), new AvgPool2d(2).Forward(x), new AvgPool2d(2).ForwardCompiled(x));
        LayerNorm norm = new(8);
        norm.Parameters.Initialize(new Generator(1));
        Same(Ops.LayerNorm(x), norm.Forward(x), norm.ForwardCompiled(x));
        using (Ops.NoGrad())
        {
            norm.Weight.CopyFrom(Tensor.Full(2f, 8));
            norm.Bias.CopyFrom(Tensor.Full(3f, 8));
        }

        Same(Ops.LayerNorm(x, norm.Weight, norm.Bias), norm.Forward(x), norm.ForwardCompiled(x));
        Same(Ops.Relu(x), new Relu().Forward(x), new Relu().ForwardCompiled(x));
        Same(Ops.Flatten(x, 1), new Flatten().Forward(x), new Flatten().ForwardCompiled(x));
        Same(Ops.Flatten(x, 0, 1), new Flatten(0, 1).Forward(x));
    }

    [Fact]
    public void A_linear_map_takes_tensors_of_every_rank()
    {
        Linear linear = new(3, 2);

        Assert.Equal(new Shape(2), linear.Forward(Tensor.Ones<float>(3)).Shape);
        Assert.Equal(new Shape(5, 4, 2), linear.Forward(Tensor.Ones<float>(5, 4, 3)).Shape);
        Assert.Equal(new Shape(2), linear.ForwardCompiled(Tensor.Ones<float>(3)).Shape);
    }

    [Fact]
    public void An_embedding_gives_rows_and_gets_their_gradient()
    {
        Embedding embedding = new(5, 3);
        embedding.Parameters.Initialize(new Generator(2));
        Tensor<long> index = Tensor.From(new long[,] { { 4, 0 }, { 4, 1 } });

        Assert.Equal(new Shape(2, 2, 3), embedding.Forward(index).Shape);
        Assert.Equal(embedding.Weight[4].ToArray(), embedding.Forward(index)[1, 0].ToArray());
        Ops.Sum(embedding.Forward(index)).Backward();
        Assert.Equal([1f, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 2, 2, 2], embedding.Weight.Grad!.ToArray());
    }

    [Fact]
    public void Dropout_drops_in_training_alone()
    {
        Tensor<float> x = Tensor.Ones<float>(200);
        Dropout dropout = new(0.5, new Generator(3));

        Assert.Equal([0f, 2f], dropout.Forward(x).ToArray().Distinct().Order());
        dropout.IsTraining = false;
        Assert.Same(x, dropout.Forward(x));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropout(1.5));
    }

    /// <summary>The texts are those of PyTorch 1.13.</summary>
    [Fact]
    public void Modules_are_printed_as_PyTorch_prints_them()
    {
        Assert.Equal("Linear(in_features=256, out_features=4, bias=True)", $"{new Linear(256, 4)}");
        Assert.Equal("Linear(in_features=3, out_features=4, bias=False)", $"{new LinearWithoutBias(3, 4)}");
        Assert.Equal("Conv2d(1, 20, kernel_size=(5, 5), stride=(1, 1))", $"{new Conv2d(1, 20, 5, 1)}");
        Assert.Equal("Conv2d(3, 6, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))", $"{new Conv2d(3, 6, 3, padding: 1)}");
        Assert.Equal(
            "Conv2d(4, 8, kernel_size=(3, 5), stride=(2, 1), padding=(4, 2), dilation=(3, 1), groups=2, bias=False)",
            $"{new Conv2dWithoutBias(4, 8, (3, 5), (2, 1), (4, 2), (3, 1), 2)}");
        Assert.Equal("MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)", $"{new MaxPool2d(2)}");
        Assert.Equal("MaxPool2d(kernel_size=(2, 3), stride=2, padding=(1, 0), dilation=1, ceil_mode=False)", $"{new MaxPool2d((2, 3), 2, (1, 0))}");
        Assert.Equal("AvgPool2d(kernel_size=2, stride=2, padding=0)", $"{new AvgPool2d(2)}");
        Assert.Equal("AvgPool2d(kernel_size=(3, 2), stride=(2, 1), padding=1)", $"{new AvgPool2d((3, 2), (2, 1), 1)}");
        Assert.Equal("Flatten(start_dim=1, end_dim=-1)", $"{new Flatten()}");
        Assert.Equal("LayerNorm((8,), eps=1e-05, elementwise_affine=True)", $"{new LayerNorm(8)}");
        Assert.Equal("LayerNorm((8,), eps=0.001, elementwise_affine=True)", $"{new LayerNorm(8, 1e-3)}");
        Assert.Equal("Dropout(p=0.5, inplace=False)", $"{new Dropout()}");
        Assert.Equal("Embedding(10, 3)", $"{new Embedding(10, 3)}");
        Assert.Equal("ReLU()", $"{new Relu()}");
        Assert.Equal("Sequential()", $"{new Sequential()}");
        Assert.Equal(
            """
            Sequential(
              (0): Linear(in_features=2, out_features=3, bias=True)
              (1): ReLU()
              (2): Sequential(
                (0): Linear(in_features=3, out_features=1, bias=True)
              )
            )
            """.ReplaceLineEndings("\n"),
            $"{new Sequential(new Linear(2, 3), new Relu(), new Sequential(new Linear(3, 1)))}");
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Tensor<float> image = Tensor.Ones<float>(2, 3, 8, 8);

        Assert.Equal(
            "Linear: weight (2, 9) does not match (outputs, features): dimension 1 is 9, not 8; features is 8 from x",
            Assert.Throws<ShapeException>(() => new Linear(Hidden(9), 2).Forward(image)).Message);
        Assert.Throws<ShapeException>(() => new Conv2d(Hidden(1), 2, 3).Forward(image));
        Assert.Equal(
            "Conv2d: 2 groups do not divide 3 input channels and 4 output channels (Parameter 'groups')",
            Assert.Throws<ArgumentException>(() => new Conv2d(Hidden(3), 4, 3, groups: 2)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Conv2d(3, 4, 3, groups: Hidden(0)));
        Assert.Throws<ShapeException>(() => new Linear(Hidden(-1), 2).Parameters);
    }

    // A number that the compiler does not see.
    private static int Hidden(int value) => value;

    private static void CheckUniform(Tensor<float> weight, double bound)
    {
        float[] values = weight.ToArray();
        Assert.All(values, value => Assert.InRange(Math.Abs(value), 0, bound));
        Assert.InRange(values.Average(), -0.1 * bound, 0.1 * bound);
        Assert.InRange(Math.Sqrt(values.Average(value => value * value)), 0.9 * bound / Math.Sqrt(3), 1.1 * bound / Math.Sqrt(3));
    }

    private static void Same(Tensor<float> expected, params Tensor<float>[] actual)
    {
        foreach (Tensor<float> tensor in actual)
        {
            Assert.Equal(expected.Shape, tensor.Shape);
            Assert.All(expected.ToArray().Zip(tensor.ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
        }
    }
}
