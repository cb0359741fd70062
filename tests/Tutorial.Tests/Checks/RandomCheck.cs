using System.Text.Json;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Checks;

/// <summary>Holds random elements against their bounds and moments.</summary>
internal static class RandomCheck
{
    private static readonly HashSet<string> Known =
        ["shape", "dtype", "min", "max", "max_exclusive", "integer", "permutation_of", "mean", "mean_tol", "std", "std_tol", "sum", "sum_tol"];

    public static void Check(JsonElement expected, Tensor tensor, string name)
    {
        Assert.All(expected.EnumerateObject(), property => Assert.Contains(property.Name, Known));
        Tensor<double> wide = ElementTypes.Convert<double>(tensor);
        double[] values = wide.ToArray();
        Assert.Equal(expected.GetProperty("dtype").GetString(), ElementTypes.NameOf(tensor.ElementType));
        Assert.Equal(expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()), wide.Shape.Sizes.ToArray());

        Bound("min", bound => values.Min() >= bound - 1e-6);
        Bound("max", bound => values.Max() <= bound + 1e-6);
        Bound("max_exclusive", bound => values.Max() < bound);
        Moment("mean", () => Ops.Mean(wide).Item());
        Moment("std", () => Ops.Std(wide).Item());
        Moment("sum", () => Ops.Sum(wide).Item());
        if (expected.TryGetProperty("integer", out JsonElement isInteger) && isInteger.GetBoolean())
            Assert.All(values, value => Assert.Equal(Math.Round(value), value));
        if (expected.TryGetProperty("permutation_of", out JsonElement count))
            Assert.Equal(Enumerable.Range(0, count.GetInt32()).Select(i => (double)i), values.Order());

        void Bound(string property, Func<double, bool> holds)
        {
            if (expected.TryGetProperty(property, out JsonElement bound))
                Assert.True(holds(bound.GetDouble()), $"{name} is not within its {property} {bound}");
        }

        void Moment(string property, Func<double> compute)
        {
            if (expected.TryGetProperty(property, out JsonElement moment))
                Assert.InRange(compute(), moment.GetDouble() - expected.GetProperty(property + "_tol").GetDouble(), moment.GetDouble() + expected.GetProperty(property + "_tol").GetDouble());
        }
    }
}
