using TypedTensors.Kernels.Random;

namespace TypedTensors.Tests.RandomNumbers;

/// <summary>The distribution function of the normal distribution, and its inverse.</summary>
public sealed class StandardNormalTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.025, -1.959963984540054)]
    [InlineData(0.99, 2.3263478740408408)]
    [InlineData(1e-10, -6.361340902404056)]
    [InlineData(1e-300, -37.0470964)]
    public void QuantilesAreThoseOfTheTables(double probability, double quantile) =>
        Assert.Equal(quantile, StandardNormal.Quantile(probability), 1e-8 * (1 + Math.Abs(quantile)));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-10, 7.619853024160527e-24)]
    [InlineData(double.NegativeInfinity, 0)]
    [InlineData(double.PositiveInfinity, 1)]
    public void ProbabilitiesAreThoseOfTheTables(double x, double probability) =>
        Assert.Equal(probability, StandardNormal.Below(x), 1e-14 * probability);

    [Fact]
    public void TheQuantileUndoesTheProbability()
    {
        for (double x = -37; x <= 5; x += 0.037)
            Assert.Equal(x, StandardNormal.Quantile(StandardNormal.Below(x)), x < 1 ? 1e-13 * (1 + Math.Abs(x)) : 1e-9);
    }
}
