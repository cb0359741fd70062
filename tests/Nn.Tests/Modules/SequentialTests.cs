using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn;

public class SequentialTests
{
    [Fact]
    public void Modules_are_applied_one_after_the_other()
    {
        Linear first = new(6, 5), second = new(5, 3);
        Sequential net = new(first, new Relu(), second);
        Tensor<float> x = Tensor.Randn<float>(new Generator(3), 4, 6);

        Assert.Equal(second.Forward(Ops.Relu(first.Forward(x))).ToArray(), net.Forward(x).ToArray());
        Assert.Same(x, new Sequential().Forward(x));
        Assert.Equal(3, net.Count);
        Assert.Same(second, net[2]);
    }

    [Fact]
    public void Parameters_are_named_by_the_positions_of_their_modules()
    {
        Sequential net = new(new Linear(6, 5), new Relu(), new Sequential(new LinearWithoutBias(5, 3)));

        Assert.Equal(["0.Weight", "0.Bias", "2.0.Weight"], net.Parameters.Names);
        Assert.Equal(30 + 5 + 15, net.Parameters.ElementCount);
        Linear shared = new(4, 4);
        Assert.Equal(2, new Sequential(shared, new Relu(), shared).Parameters.Count);
    }

    [Fact]
    public void The_link_that_does_not_fit_is_named()
    {
        Sequential net = new(new Linear(6, 5), new Relu(), new Linear(4, 3));

        Assert.Equal(
            "Sequential: module 2, Linear(in_features=4, out_features=3, bias=True), does not take the result of module 1, ReLU(), (2, 5): "
            + "Linear: weight (3, 4) does not match (outputs, features): dimension 1 is 4, not 5; features is 5 from x",
            Assert.Throws<ShapeException>(() => net.Forward(Tensor.Ones<float>(2, 6))).Message);
        Assert.Equal(
            "Sequential: module 0, Linear(in_features=6, out_features=5, bias=True), does not take the input (2, 7): "
            + "Linear: weight (5, 6) does not match (outputs, features): dimension 1 is 6, not 7; features is 7 from x",
            Assert.Throws<ShapeException>(() => net.Forward(Tensor.Ones<float>(2, 7))).Message);
        Assert.Equal(
            "Sequential: module 1 of 2 is null (Parameter 'modules')",
            Assert.Throws<ArgumentException>(() => new Sequential(new Relu(), null!)).Message);
    }

    [Fact]
    public void An_inner_chain_names_its_own_link()
    {
        Sequential net = new(new Relu(), new Sequential(new Relu(), new Linear(4, 3)));

        Assert.Equal(
            "Sequential: module 1, Linear(in_features=4, out_features=3, bias=True), does not take the result of module 0, ReLU(), (5): "
            + "Linear: weight (3, 4) does not match (outputs, features): dimension 1 is 4, not 5; features is 5 from x",
            Assert.Throws<ShapeException>(() => net.Forward(Tensor.Ones<float>(5))).Message);
    }

    [Fact]
    public void A_chain_learns_on_the_tape()
    {
        Sequential net = new(new Linear(2, 16), new Relu(), new Linear(16, 2));
        net.Parameters.Initialize(new Generator(1));
        Adam optimizer = new(net.Parameters, learningRate: 0.02f);
        Tensor<float> x = Tensor.From<float>([0, 0, 0, 1, 1, 0, 1, 1], 4, 2);
        Tensor<int> y = Tensor.From<int>([0, 1, 1, 0], 4);
        float first = 0, last = 0;
        for (int step = 0; step < 200; step++)
        {
            optimizer.ZeroGrad();
            Tensor<float> loss = Ops.CrossEntropy(net.Forward(x), y);
            loss.Backward();
            optimizer.Step();
            (first, last) = (step == 0 ? loss.Item() : first, loss.Item());
        }

        Assert.InRange(last, 0, 0.2f * first);
    }
}
