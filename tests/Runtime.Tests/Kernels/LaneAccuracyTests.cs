using System.Numerics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Tests.Kernels;

/// <summary>The elementary functions of every vector width against <see cref="Math"/> in double.</summary>
public sealed class LaneAccuracyTests
{
    private static readonly double[] Special =
    [
        0.0, -0.0, 1.0, -1.0, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e-45, -1e-45, 1e-40, 1.17549435e-38, 1e-30, 1e-8, 1e-4,
        0.5, 0.99999994, 1.0000001, 2, 10, 20, 87, 88.5, 88.73, 89, 103, 104, -87, -88, -95, -103, -104, -110, 3.4028235e38, 4.9e-324, 1e-310, 1e300,
        709, 709.78, 710, -708, -740, -745, -746, -9, 9, 0.625, -0.625, 0.3466, 1.04,
    ];

    [Fact]
    public void Float512() => CheckFloat<Lanes512<float>>();

    [Fact]
    public void Float256() => CheckFloat<Lanes256<float>>();

    [Fact]
    public void Float128() => CheckFloat<Lanes128<float>>();

    [Fact]
    public void FloatScalar() => CheckFloat<ScalarLanes<float>>();

    [Fact]
    public void Double512() => CheckDouble<Lanes512<double>>();

    [Fact]
    public void Double256() => CheckDouble<Lanes256<double>>();

    [Fact]
    public void Double128() => CheckDouble<Lanes128<double>>();

    [Fact]
    public void DoubleScalar() => CheckDouble<ScalarLanes<double>>();

    [Fact]
    public void HalvesGoThroughWiderNumbers()
    {
        Assert.Equal((Half)Math.Exp(1), One<ScalarLanes<Half>, Half>((Half)1, ScalarLanes<Half>.Exp));
        Assert.Equal((Half)0.5, One<ScalarLanes<Half>, Half>((Half)0, ScalarLanes<Half>.Sigmoid));
        Assert.Equal((Half)9, One<ScalarLanes<Half>, Half>((Half)3, value => ScalarLanes<Half>.Power(value, ScalarLanes<Half>.Broadcast((Half)2))));
    }

    private static void CheckFloat<TLanes>()
        where TLanes : struct, ILanes<TLanes, float>
    {
        Check<TLanes, float>("exp", TLanes.Exp, Math.Exp, Points(-104, 89), 2);
        Check<TLanes, float>("log", TLanes.Log, Math.Log, [.. Points(0, 10), .. Points(0.9, 1.1), .. Exponents(-44, 38)], 2);
        Check<TLanes, float>("tanh", TLanes.Tanh, Math.Tanh, [.. Points(-10, 10), .. Points(-0.01, 0.01), .. Exponents(-44, 0)], 3);
        Check<TLanes, float>("sigmoid", TLanes.Sigmoid, Sigmoid, Points(-100, 100), 3);
        Check<TLanes, float>("sqrt", TLanes.Sqrt, Math.Sqrt, [.. Points(0, 10), .. Exponents(-44, 38)], 0.5);
        Check<TLanes, float>("expm1", ExpM1Function<float>.Apply, ExpM1, [.. Points(-10, 10), .. Points(-0.01, 0.01), .. Exponents(-44, 0)], 3);
        Check<TLanes, float>("log1p", LogP1Function<float>.Apply, LogP1, [.. Points(-0.9, 10), .. Points(-0.01, 0.01), .. Exponents(-44, 38)], 3);
        Check<TLanes, float>("cube", value => TLanes.Power(value, TLanes.Broadcast(3)), x => Math.Pow(x, 3), Points(-10, 10), 1);
    }

    private static void CheckDouble<TLanes>()
        where TLanes : struct, ILanes<TLanes, double>
    {
        Check<TLanes, double>("exp", TLanes.Exp, Math.Exp, Points(-745, 709), 2);
        Check<TLanes, double>("log", TLanes.Log, Math.Log, [.. Points(0, 10), .. Points(0.9, 1.1), .. Exponents(-323, 308)], 2);
        Check<TLanes, double>("tanh", TLanes.Tanh, Math.Tanh, [.. Points(-21, 21), .. Points(-0.01, 0.01), .. Exponents(-323, 0)], 3);
        Check<TLanes, double>("sigmoid", TLanes.Sigmoid, Sigmoid, Points(-740, 740), 3);
        Check<TLanes, double>("sqrt", TLanes.Sqrt, Math.Sqrt, [.. Points(0, 10), .. Exponents(-323, 308)], 0.5);
        Check<TLanes, double>("expm1", ExpM1Function<double>.Apply, ExpM1, [.. Points(-10, 10), .. Points(-0.01, 0.01), .. Exponents(-323, 0)], 3);
        Check<TLanes, double>("log1p", LogP1Function<double>.Apply, LogP1, [.. Points(-0.9, 10), .. Points(-0.01, 0.01), .. Exponents(-323, 38)], 3);
        Check<TLanes, double>("cube", value => TLanes.Power(value, TLanes.Broadcast(3)), x => Math.Pow(x, 3), Points(-10, 10), 0.5);
    }

    /// <summary>e^x - 1 without cancellation, after W. Kahan.</summary>
    private static double ExpM1(double x)
    {
        double power = Math.Exp(x);
        return power == 1 ? x : Math.Abs(x) < 1 ? (power - 1) * x / Math.Log(power) : power - 1;
    }

    /// <summary>log(1 + x) without cancellation, after W. Kahan.</summary>
    private static double LogP1(double x)
    {
        double sum = 1 + x;
        return sum == 1 ? x : Math.Abs(x) < 1 ? Math.Log(sum) * x / (sum - 1) : Math.Log(sum);
    }

    private static void Check<TLanes, T>(string name, Func<TLanes, TLanes> function, Func<double, double> reference, IEnumerable<double> points, double allowedUlps)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (double point in Special.Concat(points))
        {
            T x = T.CreateChecked(point);
            double expected = reference(double.CreateChecked(x));
            T actual = One<TLanes, T>(x, function);
            T rounded = T.CreateChecked(expected);
            if (T.IsNaN(rounded) || T.IsInfinity(rounded) || point == 0)
            {
                Assert.True(actual.Equals(rounded), $"{name}({x:R}) is {actual:R}, not {rounded:R}");
                continue;
            }

            double ulp = double.CreateChecked(T.BitIncrement(T.Abs(rounded)) - T.Abs(rounded));
            double error = Math.Abs(double.CreateChecked(actual) - expected) / ulp;
            Assert.True(error <= allowedUlps + 0.01, $"{name}({x:R}) is {actual:R}, not {expected:R}: {error:F2} units in the last place");
        }
    }

    private static T One<TLanes, T>(T value, Func<TLanes, TLanes> function)
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged
    {
        var memory = new T[TLanes.Count];
        TLanes.Store(function(TLanes.Broadcast(value)), ref memory[0]);
        Assert.All(memory, other => Assert.Equal(memory[0], other));
        return memory[0];
    }

    private static double Sigmoid(double x) => x < 0 ? Math.Exp(x) / (1 + Math.Exp(x)) : 1 / (1 + Math.Exp(-x));

    private static IEnumerable<double> Points(double low, double high)
    {
        var random = new Random(MassTests.Seed);
        int count = MassTests.Count(100_000);
        for (int i = 0; i <= count; i++)
            yield return low + ((high - low) * (i + random.NextDouble()) / (count + 1));
    }

    private static IEnumerable<double> Exponents(double low, double high) => Points(low, high).Select(exponent => Math.Pow(10, exponent));
}
