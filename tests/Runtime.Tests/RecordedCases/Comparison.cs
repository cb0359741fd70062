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
                Close(floats, actual, what);
                break;
            case Tensor<double> doubles:
                Close(doubles, actual, what);
                break;
            case Tensor<Half> halves:
                Close(halves, actual, what);
                break;
            case Tensor<bool> truths:
                Assert.Equal(truths.ToArray(), ((Tensor<bool>)actual).ToArray());
                break;
            default:
                Assert.Equal(ElementTypes.Convert<long>(expected).ToArray(), ElementTypes.Convert<long>(actual).ToArray());
                break;
        }
    }

    private void Close<T>(Tensor<T> expected, Tensor actual, string what)
        where T : unmanaged, IFloatingPoint<T>
    {
        foreach ((int i, (T recorded, T value)) in expected.ToArray().Zip(((Tensor<T>)actual).ToArray()).Index())
        {
            double want = double.CreateChecked(recorded);
            double got = double.CreateChecked(value);
            bool isClose = want.Equals(got) || Math.Abs(got - want) <= Absolute + (Relative * Math.Abs(want));
            Assert.True(isClose, $"{what}, element {i}: {got:R}, recorded {want:R}");
        }
    }
}
