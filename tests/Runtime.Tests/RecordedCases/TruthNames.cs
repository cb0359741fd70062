using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files on truth values, with C#'s logical operators for PyTorch's comparisons.</summary>
internal static class TruthNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["logical_not"] = step => !step.Tensor<bool>(0),
        ["eq"] = step => !(step.Tensor<bool>(0) ^ Right(step)),
        ["ne"] = step => step.Tensor<bool>(0) ^ Right(step),
        ["where"] = step => (step.Tensor<bool>(0) & step.Tensor<bool>(1)) | (!step.Tensor<bool>(0) & step.Tensor<bool>(2)),
        ["all"] = step => All(step.Tensor<bool>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["any"] = step => Any(step.Tensor<bool>(0), step.Integers("dim"), step.Flag("keepdim")),
    };

    private static Tensor<bool> Right(Step step) => step.Arguments.Count == 2 ? step.Tensor<bool>(1) : Tensor.Scalar(step.Flag("other"));
}
