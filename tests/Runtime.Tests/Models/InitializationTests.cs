namespace TypedTensors.Tests.Models;

public sealed class InitializationTests
{
    [Theory]
    [InlineData(Initialization.Default, double.NaN, 0.1)] // 1 / sqrt(100)
    [InlineData(Initialization.Uniform, double.NaN, 1)]
    [InlineData(Initialization.Uniform, 0.25, 0.25)]
    [InlineData(Initialization.KaimingUniform, double.NaN, 0.2449490)] // sqrt(2) * sqrt(3 / 100)
    [InlineData(Initialization.KaimingUniform, 1, 0.1732051)]
    [InlineData(Initialization.XavierUniform, double.NaN, 0.2236068)] // sqrt(6 / (100 + 20))
    [InlineData(Initialization.XavierUniform, 2, 0.4472136)]
    public void Uniform_numbers_fill_their_range(Initialization initialization, double value, double bound)
    {
        float[] values = Draw([100, 20], initialization, value, fanIn: 100);

        Assert.All(values, element => Assert.InRange(element, -bound, bound));
        Assert.True(values.Max() > 0.99 * bound && values.Min() < -0.99 * bound);
    }

    [Theory]
    [InlineData(Initialization.Normal, double.NaN, 1)]
    [InlineData(Initialization.Normal, 0.5, 0.5)]
    [InlineData(Initialization.KaimingNormal, double.NaN, 0.1414214)] // sqrt(2) / sqrt(100)
    [InlineData(Initialization.XavierNormal, 3, 0.3872983)] // 3 * sqrt(2 / (100 + 20))
    public void Normal_numbers_have_their_deviation(Initialization initialization, double value, double deviation)
    {
        float[] values = Draw([100, 20], initialization, value, fanIn: 100);

        // The standard error of the deviation over 2,000 numbers is 1.6 %, that of the mean 2.2 % of the deviation.
        Assert.Equal(deviation, Math.Sqrt(values.Average(element => element * element)), 0.07 * deviation);
        Assert.Equal(0, values.Average(), 0.1 * deviation);
    }

    [Theory]
    [InlineData(Initialization.Default, double.NaN, 0)]
    [InlineData(Initialization.Zeros, 7, 0)]
    [InlineData(Initialization.Ones, 7, 1)]
    [InlineData(Initialization.Constant, double.NaN, 1)]
    [InlineData(Initialization.Constant, 7, 7)]
    public void What_is_not_drawn_is_constant(Initialization initialization, double value, float expected) =>
        Assert.All(Draw([5], initialization, value, fanIn: -1), element => Assert.Equal(expected, element));

    [Fact]
    public void A_vector_with_a_fan_in_is_drawn() => Assert.Equal(4, Draw([4], Initialization.Default, double.NaN, fanIn: 9).Distinct().Count());

    [Fact]
    public void What_needs_a_fan_in_says_so() => Assert.Equal(
        "P: KaimingNormal needs a fan in above 0; declare it with FanIn",
        Assert.Throws<ArgumentException>(() => Draw([4], Initialization.KaimingNormal, double.NaN, fanIn: -1)).Message);

    [Fact]
    public void The_generator_decides_and_moves_on()
    {
        ModelParameters<float> parameters = new Network(new Layer(3, 2), new Layer(2, 2)).Parameters;
        float[] All() => [.. parameters.SelectMany(parameter => parameter.ToArray())];

        Generator generator = new(4);
        parameters.Initialize(generator);
        float[] first = All();
        parameters.Initialize(generator);
        float[] second = All();
        parameters.Initialize(new Generator(4));

        Assert.NotEqual(first, second);
        Assert.Equal(first, All());
    }

    private static float[] Draw(int[] shape, Initialization initialization, double value, int fanIn)
    {
        ModelParameters<float> parameters = new Single(shape, initialization, value, fanIn).Parameters;
        parameters.Initialize(new Generator(3));
        return parameters[0].ToArray();
    }
}
