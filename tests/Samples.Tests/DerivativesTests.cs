using System.Globalization;
using System.Text.RegularExpressions;

namespace TypedTensors.Tests.Samples;

/// <summary>The report of the derivatives sample, which is run once.</summary>
public class DerivativesTests(DerivativesTests.Report report) : IClassFixture<DerivativesTests.Report>
{
    [Fact]
    public void It_ends_well_and_writes_plain_lines()
    {
        Assert.Equal((0, ""), (report.Result.ExitCode, report.Result.Error));
        Assert.DoesNotContain('\e', report.Result.Output);
    }

    [Fact]
    public void Gradient_descent_finds_the_minimum() => AssertNear([3], Numbers("gradient descent: w = # "), 0.01);

    [Fact]
    public void The_gradient_agrees_with_central_differences() =>
        Assert.InRange(Assert.Single(Numbers("gradient check: largest difference #\n")), 0, 1e-6);

    [Fact]
    public void The_valley_is_walked_down_to_its_lowest_point()
    {
        double[] numbers = Numbers("Rosenbrock: f = # at (#, #, #, #)\n");

        Assert.InRange(numbers[0], 0, 1e-6);
        AssertNear([1, 1, 1, 1], numbers[1..], 0.01);
    }

    [Fact]
    public void Linear_regression_finds_the_coefficients()
    {
        double[] numbers = Numbers("linear regression: w = (#, #), b = #, loss # ");

        // What is left of the loss is the noise, of variance 0.0001.
        AssertNear([2, -1, 0.5], numbers[..3], 0.02);
        Assert.InRange(numbers[3], 0.5e-4, 1.5e-4);
    }

    [Fact]
    public void Logistic_regression_separates_the_clouds()
    {
        double[] numbers = Numbers("logistic regression: loss #, # of 200 points");

        // A coin's loss is log 2 = 0.693.
        Assert.InRange(numbers[0], 0, 0.2);
        Assert.InRange(numbers[1], 190, 200);
    }

    /// <summary>The numbers that stand in the report where the pattern has a #; everything else means itself.</summary>
    private double[] Numbers(string pattern)
    {
        string escaped = string.Join(@"(-?\d[\d.]*(?:e[-+]\d+)?)", pattern.Split('#').Select(Regex.Escape));
        Match match = Regex.Match(report.Result.Output.ReplaceLineEndings("\n"), escaped);
        Assert.True(match.Success, $"{escaped} is not in\n{report.Result.Output}");
        return [.. match.Groups.Values.Skip(1).Select(group => double.Parse(group.Value, CultureInfo.InvariantCulture))];
    }

    private static void AssertNear(double[] expected, double[] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    /// <summary>What the sample wrote.</summary>
    public sealed class Report
    {
        internal SampleProcess.Result Result { get; } = SampleProcess.Run("derivatives.dll", AppContext.BaseDirectory);
    }
}
