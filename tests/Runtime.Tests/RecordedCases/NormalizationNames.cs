using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The normalizations, and attention, of the case files.</summary>
internal static class NormalizationNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["layer_norm"] = step => (Optional(step, 1), Optional(step, 2)) switch
        {
            ({ } weight, { } bias) => [LayerNorm(X(step), weight, bias, LastDimensions(step), Epsilon(step))],
            ({ } weight, null) => [LayerNorm(X(step), weight, LastDimensions(step), Epsilon(step))],
            _ => [LayerNorm(X(step), LastDimensions(step), Epsilon(step))],
        },
        ["group_norm"] = step => (Optional(step, 1), Optional(step, 2)) switch
        {
            ({ } weight, { } bias) => [GroupNorm(X(step), weight, bias, step.Integer("groups"), Epsilon(step))],
            ({ } weight, null) => [GroupNorm(X(step), weight, step.Integer("groups"), Epsilon(step))],
            _ => [GroupNorm(X(step), step.Integer("groups"), Epsilon(step))],
        },
        ["batch_norm"] = step => step.Flag("training") ? InTraining(step) : [AfterTraining(step), step.Tensor<float>(3), step.Tensor<float>(4)],
        ["attention"] = step => step.Arguments.Count > 3 && step.Arguments[3] is not null
            ? [ScaledDotProductAttention(X(step), step.Tensor<float>(1), step.Tensor<float>(2), step.Tensor<bool>(3), step.Flag("causal"))]
            : [ScaledDotProductAttention(X(step), step.Tensor<float>(1), step.Tensor<float>(2), step.Flag("causal"))],
    };

    /// <summary>PyTorch's one call: the batch normalized, and the running statistics moved towards its own.</summary>
    private static Tensor[] InTraining(Step step)
    {
        float momentum = step.Has("momentum") ? (float)step.Number("momentum") : 0.1f;
        Tensor<float> y = (Optional(step, 1), Optional(step, 2)) switch
        {
            ({ } weight, { } bias) => BatchNorm(X(step), weight, bias, Epsilon(step)),
            ({ } weight, null) => BatchNorm(X(step), weight, Epsilon(step)),
            _ => BatchNorm(X(step), Epsilon(step)),
        };
        (Tensor<float> mean, Tensor<float> variance) = BatchStatistics(X(step).Detach());
        return [y, ((1 - momentum) * step.Tensor<float>(3)) + (momentum * mean), ((1 - momentum) * step.Tensor<float>(4)) + (momentum * variance)];
    }

    private static Tensor<float> AfterTraining(Step step) => (Optional(step, 1), Optional(step, 2)) switch
    {
        ({ } weight, { } bias) => BatchNormInference(X(step), step.Tensor<float>(3), step.Tensor<float>(4), weight, bias, Epsilon(step)),
        ({ } weight, null) => BatchNormInference(X(step), step.Tensor<float>(3), step.Tensor<float>(4), weight, Epsilon(step)),
        _ => BatchNormInference(X(step), step.Tensor<float>(3), step.Tensor<float>(4), Epsilon(step)),
    };

    private static Tensor<float> X(Step step) => step.Tensor<float>(0);

    private static Tensor<float>? Optional(Step step, int index) => step.Arguments.Count > index ? (Tensor<float>?)step.Arguments[index] : null;

    private static double Epsilon(Step step) => step.Has("eps") ? step.Number("eps") : 1e-5;

    private static int[] LastDimensions(Step step) => [.. Enumerable.Range(0, step.Integers("normalized_shape").Length).Select(i => -1 - i)];
}
