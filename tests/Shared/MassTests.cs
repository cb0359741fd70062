namespace TypedTensors.Tests;

/// <summary>How many cases a seeded mass test runs: one variable for all of them.</summary>
/// <remarks>
/// <c>TYPEDTENSORS_MASS_PERCENT</c> is the share of the full count in percent, 2 when it is not set;
/// <c>TYPEDTENSORS_SEED</c> is the seed, 1 when it is not set.
/// </remarks>
public static class MassTests
{
    /// <summary>The seed of all mass tests of this run.</summary>
    public static int Seed { get; } = (int)Read("TYPEDTENSORS_SEED", 1);

    private static readonly double Percent = Read("TYPEDTENSORS_MASS_PERCENT", 2);

    /// <summary>The number of cases to run now, at least 1.</summary>
    /// <param name="full">The full count.</param>
    public static int Count(int full) => Math.Max(1, (int)Math.Ceiling(full * Percent / 100));

    private static double Read(string variable, double otherwise) =>
        double.TryParse(
            Environment.GetEnvironmentVariable(variable),
            System.Globalization.CultureInfo.InvariantCulture,
            out double value) ? value : otherwise;
}
