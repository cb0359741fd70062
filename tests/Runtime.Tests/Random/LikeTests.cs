namespace TypedTensors.Tests.RandomNumbers;

public sealed class LikeTests
{
    [Fact]
    public void RandomTensorsLikeAnotherAreThoseOfItsShape()
    {
        Tensor<double> like = Tensor.Zeros<double>(3, 2).T;
        Assert.Equal(Tensor.Rand<double>(new Generator(5), 2, 3).ToArray(), Tensor.RandLike(like, new Generator(5)).ToArray());
        Assert.Equal(Tensor.Randn<double>(new Generator(5), 2, 3).ToArray(), Tensor.RandnLike(like, new Generator(5)).ToArray());
        Assert.Equal(new Shape(2, 3), Tensor.RandnLike(like, new Generator(1)).Shape);
        Tensor<long> integers = Tensor.Zeros<long>(4);
        Assert.Equal(Tensor.RandInt(new Generator(5), -2L, 3L, 4).ToArray(), Tensor.RandIntLike(integers, -2L, 3L, new Generator(5)).ToArray());
    }

    [Fact]
    public void WholeNumbersOfAFloatingPointTypeAreTheIntegersOfTheStream() =>
        Assert.Equal(
            Tensor.RandInt(new Generator(5), -2L, 3L, 2, 3).ToArray().Select(integer => (float)integer),
            Tensor.RandIntLike(Tensor.Zeros<float>(3, 2).T, -2, 3, new Generator(5)).ToArray());

    [Fact]
    public void BernoulliGivesOnesAsOftenAsTheProbabilitySays()
    {
        Tensor<float> drawn = Tensor.Bernoulli(Tensor.Full(0.3f, 20_000), new Generator(1));
        Assert.All(drawn.ToArray(), value => Assert.True(value is 0 or 1));
        Assert.Equal(0.3, drawn.ToArray().Average(value => (double)value), 0.02);
        Assert.Equal([0.0, 1.0, 0.0, 1.0], Tensor.Bernoulli(Tensor.From(new[,] { { 0.0, 0.0 }, { 1.0, 1.0 } }).T, new Generator(1)).ToArray());
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void WhatIsNoProbabilityIsRefused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.Bernoulli(Tensor.From([value]), new Generator(1)));
}
