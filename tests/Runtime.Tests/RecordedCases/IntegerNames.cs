using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that integers have in another way than floating-point numbers.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class IntegerNames<T>
    where T : unmanaged, IBinaryInteger<T>
{
    // Powers are those of floating-point numbers; C# code converts them back, and what is narrower than long by its last bits, as integers overflow.
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["pow"] = step => Round(step.Arguments.Count == 2
            ? Power(step.Tensor<double>(0), step.Tensor<double>(1))
            : Power(step.Tensor<double>(0), step.Number("other"))).To<long>().To<T>(),
    };
}
