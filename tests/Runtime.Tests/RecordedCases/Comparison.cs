using System.Numerics;
using System.Text.Json;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>Compares with recorded values: floats within a case's tolerance, everything else exactly.</summary>
/// <param name="Relative">The tolerance relative to the recorded value.</param>
/// <param name="Absolute">The tolerance beside that.</param>
internal sealed record Comparison(double Relative, double Absolute)
{
    public static Comparison For(JsonElement recordedCase)
    {
        JsonElement tolerance = recordedCase.GetProperty("tol");
        return new(tolerance.GetProperty("rtol").GetDouble(), tolerance.GetProperty("atol").GetDouble());
    }

    public void Equal(Tensor expected, Tensor? actual, string what)
    {
        Assert.True(actual is not null, $"{what} is missing");
        Assert.True(expected.ElementType == actual.ElementType, $"{what} is {actual.ElementType}, not {expected.ElementType}");
        Assert.True(expected.Sizes == actual.Sizes, $"{what} has shape {actual.Sizes}, not {expected.Sizes}");
        switch (expected)
        {
            case Tensor<float> floats:
                Close(floats.ToArray(), ((Tensor<float>)actual).ToArray(), what);
                break;
            case Tensor<double> doubles:
                Close(doubles.ToArray(), ((Tensor<double>)actual).ToArray(), what);
                break;
            case Tensor<int> integers:
                Assert.Equal(integers.ToArray(), ((Tensor<int>)actual).ToArray());
                break;
            case Tensor<long> longs:
                Assert.Equal(longs.ToArray(), ((Tensor<long>)actual).ToArray());
                break;
            default:
                Assert.Equal(((Tensor<bool>)expected).ToArray(), ((Tensor<bool>)actual).ToArray());
                break;
        }
    }

    private void Close<T>(T[] expected, T[] actual, string what)
        where T : IFloatingPoint<T>
    {
        for (int i = 0; i < expected.Length; i++)
        {
            double want = double.CreateChecked(expected[i]);
            double got = double.CreateChecked(actual[i]);
            bool isClose = want.Equals(got) || Math.Abs(got - want) <= Absolute + (Relative * Math.Abs(want));
            Assert.True(isClose, $"{what}, element {i}: {got:R}, recorded {want:R}");
        }
    }
}
