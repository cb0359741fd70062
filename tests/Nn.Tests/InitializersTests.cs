using TypedTensors.Nn;

namespace TypedTensors.Tests.Nn;

public class InitializersTests
{
    [Fact]
    public void Uniform_numbers_fill_their_range()
    {
        Tensor<float> numbers = Initializers.Uniform<float>(new Generator(1), -2, 6, 100, 100);

        float[] values = numbers.ToArray();
        Assert.Equal(new Shape(100, 100), numbers.Shape);
        Assert.All(values, value => Assert.InRange(value, -2f, 6f));

        // Mean 2 with a standard error of 8 / sqrt(12 * 10,000) = 0.023.
        Assert.Equal(2, values.Average(), 0.12);
        Assert.True(values.Min() < -1.99 && values.Max() > 5.99);
    }

    [Fact]
    public void Normal_numbers_have_their_mean_and_deviation()
    {
        double[] values = Initializers.Normal<double>(new Generator(1), 3, 0.5, 10_000).ToArray();

        Assert.Equal(3, values.Average(), 0.025);
        Assert.Equal(0.5, Math.Sqrt(values.Average(value => (value - 3) * (value - 3))), 0.02);
    }

    // The mean and the variance of a truncated normal distribution: mean + (phi(a) - phi(b)) / Z and 1 + (a phi(a) - b phi(b)) / Z - ((phi(a) - phi(b)) / Z)^2.
    [Theory]
    [InlineData(-2, 2, 0, 0.7737413)]
    [InlineData(0.5, 3, 1.1316649, 0.2490990)]
    [InlineData(8, 9, 8.1211890, 0.0141485)]
    [InlineData(-20, -10, -10.0980932, 0.0094454)]
    [InlineData(double.NegativeInfinity, 0, -0.7978846, 0.3633802)]
    [InlineData(3, double.PositiveInfinity, 3.2830987, 0.0705592)]
    public void Truncated_normal_numbers_have_the_moments_of_what_is_left(double low, double high, double mean, double variance)
    {
        double[] values = Initializers.TruncatedNormal<double>(new Generator(1), 0, 1, low, high, 40_000).ToArray();
        float[] moved = Initializers.TruncatedNormal<float>(new Generator(2), 5, 2, 5 + (2 * low), 5 + (2 * high), 40_000).ToArray();

        Assert.All(values, value => Assert.InRange(value, low, high));
        Assert.All(moved, value => Assert.InRange(value, (float)(5 + (2 * low)), (float)(5 + (2 * high))));
        double error = 4 * Math.Sqrt(variance / values.Length);
        Assert.Equal(mean, values.Average(), error);
        Assert.Equal(mean, moved.Average(value => (value - 5.0) / 2), error);
        Assert.Equal(variance, values.Average(value => (value - mean) * (value - mean)), 0.05 * variance);
    }

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(64, 0.125)]
    public void Kaiming_numbers_stay_within_the_root_of_the_inputs(int fanIn, double bound)
    {
        float[] values = Initializers.KaimingUniform<float>(new Generator(5), fanIn, 50, 40).ToArray();

        Assert.All(values, value => Assert.InRange(value, -bound, bound));
        Assert.True(values.Max() > 0.99 * bound && values.Min() < -0.99 * bound);
    }

    [Fact]
    public void The_generator_decides_and_moves_on()
    {
        Generator generator = new(9);
        float[] first = Initializers.KaimingUniform<float>(generator, 4, 10).ToArray();

        Assert.NotEqual(first, Initializers.KaimingUniform<float>(generator, 4, 10).ToArray());
        Assert.Equal(first, Initializers.KaimingUniform<float>(new Generator(9), 4, 10).ToArray());
    }

    [Fact]
    public void Impossible_settings_are_refused()
    {
        Assert.Throws<ArgumentException>("high", () => Initializers.Uniform<float>(new Generator(1), 1, 0, 2));
        Assert.Throws<ArgumentException>("high", () => Initializers.Uniform<float>(new Generator(1), 0, double.PositiveInfinity, 2));
        Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => Initializers.Normal<float>(new Generator(1), 0, -1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("standardDeviation", () => Initializers.TruncatedNormal<float>(new Generator(1), 0, 0, -1, 1, 2));
        Assert.StartsWith(
            "TruncatedNormal: no normal number of the mean 0 and the standard deviation 1 lies between 2 and 1",
            Assert.Throws<ArgumentException>("high", () => Initializers.TruncatedNormal<float>(new Generator(1), 0, 1, 2, 1, 2)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("high", () => Initializers.TruncatedNormal<float>(new Generator(1), 0, 1, 50, 60, 2));
        Assert.Throws<ArgumentException>("high", () => Initializers.TruncatedNormal<float>(new Generator(1), 0, 1, double.NaN, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>("fanIn", () => Initializers.KaimingUniform<float>(new Generator(1), 0, 2));
    }
}
