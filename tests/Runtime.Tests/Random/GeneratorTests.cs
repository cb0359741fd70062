using System.Numerics;

namespace TypedTensors.Tests.RandomNumbers;

public sealed class GeneratorTests
{
    [Fact]
    public void ASeedAndAPositionDetermineEverything()
    {
        Generator generator = new(7);
        float[] uniform = Tensor.Rand<float>(generator, 5, 3).ToArray();
        long position = generator.Position;
        double[] normal = Tensor.Randn<double>(generator, 4).ToArray();

        Assert.Equal(uniform, Tensor.Rand<float>(new Generator(7), 15).ToArray());
        Assert.NotEqual(uniform, Tensor.Rand<float>(new Generator(8), 15).ToArray());
        Generator restored = new(generator.Seed) { Position = position };
        Assert.Equal(normal, Tensor.Randn<double>(restored, 4).ToArray());
        generator.ManualSeed(7);
        Assert.Equal(uniform, Tensor.Rand<float>(generator, 15).ToArray());
    }

    [Fact]
    public void ALongerDrawBeginsWithAShorterOne()
    {
        Assert.Equal(Tensor.Rand<float>(new Generator(1), 6).ToArray(), Tensor.Rand<float>(new Generator(1), 99).ToArray()[..6]);
        Assert.Equal(Tensor.Randn<float>(new Generator(1), 7).ToArray(), Tensor.Randn<float>(new Generator(1), 99).ToArray()[..7]);
        Assert.Equal(Tensor.Randn<double>(new Generator(1), 7).ToArray(), Tensor.Randn<double>(new Generator(1), 99).ToArray()[..7]);
        Assert.Equal(Tensor.RandInt(new Generator(1), 0, 9, 7).ToArray(), Tensor.RandInt(new Generator(1), 0, 9, 99).ToArray()[..7]);
    }

    [Fact]
    public void DrawsDoNotOverlap()
    {
        Generator generator = new(3);
        float[][] draws = [.. Enumerable.Range(0, 50).Select(count => Tensor.Rand<float>(generator, count).ToArray())];
        Assert.Equal(draws.Sum(draw => (draw.Length + 3) / 4), generator.Position);
        Assert.True(draws.SelectMany(draw => draw).Distinct().Count() > 0.999 * draws.Sum(draw => draw.Length));
    }

    [Fact]
    public void ThreadsShareAGeneratorWithoutGettingTheSameNumbers()
    {
        Generator generator = new(5);
        double[][] draws = new double[64][];
        Parallel.For(0, 64, i => draws[i] = Tensor.Rand<double>(generator, 100).ToArray());
        Assert.Equal(64 * 50, generator.Position);
        Assert.Equal(6400, draws.SelectMany(draw => draw).Distinct().Count());
    }

    [Fact]
    public void TheDefaultGeneratorIsUsedWhereNoneIsGiven()
    {
        // Nothing else of this assembly draws from the default generator.
        Generator.Default.ManualSeed(11);
        float[] first = Tensor.Rand<float>(3).ToArray();
        float[] second = Tensor.Randn<float>(3).ToArray();
        int[] third = Tensor.RandInt(0, 100, 3).ToArray();
        int[] fourth = Tensor.RandPerm(10).ToArray();
        Generator own = new(11);
        Assert.Equal(first, Tensor.Rand<float>(own, 3).ToArray());
        Assert.Equal(second, Tensor.Randn<float>(own, 3).ToArray());
        Assert.Equal(third, Tensor.RandInt(own, 0, 100, 3).ToArray());
        Assert.Equal(fourth, Tensor.RandPerm(10, own).ToArray());
    }

    [Fact]
    public void UniformNumbersHaveTheMomentsOfTheirDistribution()
    {
        Check<float>(24);
        Check<double>(53);
        Check<Half>(11);

        static void Check<T>(int bits)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            double[] values = [.. Tensor.Rand<T>(new Generator(1), 100_000).ToArray().Select(double.CreateChecked)];
            Assert.All(values, value => Assert.True(value is >= 0 and < 1));
            Assert.All(values, value => Assert.Equal(0, Math.ScaleB(value, bits) % 1));
            Assert.Contains(values, value => Math.ScaleB(value, bits) % 2 == 1);
            AssertMoments(values, 0.5 - Math.ScaleB(0.5, -bits), 1 / 12.0);
        }
    }

    [Fact]
    public void NormalNumbersHaveTheMomentsOfTheirDistribution()
    {
        foreach (double[] values in (double[][])[
            [.. Tensor.Randn<float>(new Generator(1), 100_000).ToArray().Select(value => (double)value)],
            Tensor.Randn<double>(new Generator(2), 100_000).ToArray()])
        {
            AssertMoments(values, 0, 1);
            Assert.Equal(0, values.Average(value => value * value * value), 0.05);
            Assert.Equal(3, values.Average(value => value * value * value * value), 0.1);
            Assert.Equal(0.6827, values.Count(value => Math.Abs(value) < 1) / 100_000.0, 0.006);
            // The two numbers of a pair are independent.
            Assert.Equal(0, values.Chunk(2).Average(pair => pair[0] * pair[1]), 0.02);
            Assert.Equal(0, values.Chunk(2).Average(pair => (pair[0] * pair[0] - 1) * (pair[1] * pair[1] - 1)), 0.05);
        }
    }

    [Fact]
    public void IntegersCoverTheirRangeEvenly()
    {
        int[] dice = Tensor.RandInt(new Generator(1), 1, 7, 60_000).ToArray();
        Assert.All(dice.CountBy(die => die), face => Assert.Equal(10_000, face.Value, 400.0));
        Assert.Equal(6, dice.Distinct().Count());
        Assert.Equal([-3], Tensor.RandInt(-3L, -2L, 1).ToArray());

        long[] wide = Tensor.RandInt(new Generator(1), long.MinValue, long.MaxValue, 1000).ToArray();
        Assert.Contains(wide, value => value < long.MinValue / 2);
        Assert.Contains(wide, value => value > long.MaxValue / 2);
        Assert.All(Tensor.RandInt<byte>(new Generator(1), 250, 255, 1000).ToArray(), value => Assert.InRange(value, 250, 254));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1000)]
    public void APermutationHasEveryNumberOnce(int count) =>
        Assert.Equal(Enumerable.Range(0, count), Tensor.RandPerm(count, new Generator(count)).ToArray().Order());

    [Fact]
    public void EveryPermutationIsEquallyLikely()
    {
        Generator generator = new(1);
        var counts = Enumerable.Range(0, 24_000).Select(_ => string.Join(' ', generator.Permutation(4))).CountBy(order => order);
        Assert.Equal(24, counts.Count());
        Assert.All(counts, order => Assert.Equal(1000, order.Value, 150.0));
    }

    [Fact]
    public void ShapesAndBoundsAreChecked()
    {
        Assert.Equal(new Shape(2, 0, 3), Tensor.Rand<float>(new Generator(1), 2, 0, 3).Shape);
        Assert.Equal(Shape.Scalar, Tensor.Randn<double>(new Generator(1)).Shape);
        Assert.Throws<ShapeException>(() => Tensor.Rand<float>(new Generator(1), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tensor.RandInt(new Generator(1), 3, 3, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Generator(1).Permutation(-1));
    }

    private static void AssertMoments(double[] values, double mean, double variance)
    {
        double fiveSigma = 5 * Math.Sqrt(variance / values.Length);
        Assert.Equal(mean, values.Average(), fiveSigma);
        Assert.Equal(variance, values.Average(value => (value - mean) * (value - mean)), 8 * variance / Math.Sqrt(values.Length));
    }
}
