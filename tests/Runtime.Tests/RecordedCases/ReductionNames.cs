using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that combine the elements along dimensions.</summary>
internal static class ReductionNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["min"] = Smallest,
        ["amin"] = Smallest,
        ["prod"] = step => step.Arguments[0] switch
        {
            Tensor<int> integers => Prod(integers, Dim(step), step.Flag("keepdim")),
            Tensor<long> longs => Prod(longs, Dim(step), step.Flag("keepdim")),
            _ => Prod(step.Tensor<float>(0), Dim(step), step.Flag("keepdim")),
        },
        ["all"] = step => All(IsNonZero(step), Dim(step), step.Flag("keepdim")),
        ["any"] = step => Any(IsNonZero(step), Dim(step), step.Flag("keepdim")),
    };

    private static Tensor Smallest(Step step) => step.Arguments[0] is Tensor<int> integers
        ? Min(integers, Dim(step), step.Flag("keepdim"))
        : Min(step.Tensor<float>(0), Dim(step), step.Flag("keepdim"));

    private static Tensor<bool> IsNonZero(Step step) => step.Arguments[0] switch
    {
        Tensor<float> floats => Ne(floats, Tensor.Scalar(0f)),
        Tensor<long> longs => Ne(longs, Tensor.Scalar(0L)),
        _ => step.Tensor<bool>(0),
    };

    private static int[] Dim(Step step) => step.Has("dim") ? step.Integers("dim") : [];
}
