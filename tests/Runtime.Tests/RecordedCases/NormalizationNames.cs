using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The normalizations, and attention, of the case files.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class NormalizationNames<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["layer_norm"] = step => (Weight(step), step.Optional<T>(2)) switch
        {
            ({ } weight, { } bias) => [LayerNorm(X(step), weight, bias, LastDimensions(step), Epsilon(step))],
            ({ } weight, null) => [LayerNorm(X(step), weight, LastDimensions(step), Epsilon(step))],
            _ => [LayerNorm(X(step), LastDimensions(step), Epsilon(step))],
        },
        ["group_norm"] = step => (Weight(step), step.Optional<T>(2)) switch
        {
            ({ } weight, { } bias) => [GroupNorm(X(step), weight, bias, step.Integer("groups"), Epsilon(step))],
            ({ } weight, null) => [GroupNorm(X(step), weight, step.Integer("groups"), Epsilon(step))],
            _ => [GroupNorm(X(step), step.Integer("groups"), Epsilon(step))],
        },
        ["batch_norm"] = step => step.Flag("training") ? InTraining(step) : [AfterTraining(step), step.Tensor<T>(3), step.Tensor<T>(4)],
        ["attention"] = step => step.Optional<bool>(3) is { } mask
            ? [ScaledDotProductAttention(X(step), step.Tensor<T>(1), step.Tensor<T>(2), mask, step.Flag("causal"))]
            : [ScaledDotProductAttention(X(step), step.Tensor<T>(1), step.Tensor<T>(2), step.Flag("causal"))],
    };

    /// <summary>PyTorch's one call: the batch normalized, and the running statistics moved towards its own.</summary>
    private static Tensor[] InTraining(Step step)
    {
        T momentum = T.CreateChecked(step.Number("momentum", 0.1));
        Tensor<T> y = (Weight(step), step.Optional<T>(2)) switch
        {
            ({ } weight, { } bias) => BatchNorm(X(step), weight, bias, Epsilon(step)),
            ({ } weight, null) => BatchNorm(X(step), weight, Epsilon(step)),
            _ => BatchNorm(X(step), Epsilon(step)),
        };
        (Tensor<T> mean, Tensor<T> variance) = BatchStatistics(X(step).Detach());
        return [y, ((T.One - momentum) * step.Tensor<T>(3)) + (momentum * mean), ((T.One - momentum) * step.Tensor<T>(4)) + (momentum * variance)];
    }

    private static Tensor<T> AfterTraining(Step step) => (Weight(step), step.Optional<T>(2)) switch
    {
        ({ } weight, { } bias) => BatchNormInference(X(step), step.Tensor<T>(3), step.Tensor<T>(4), weight, bias, Epsilon(step)),
        ({ } weight, null) => BatchNormInference(X(step), step.Tensor<T>(3), step.Tensor<T>(4), weight, Epsilon(step)),
        _ => BatchNormInference(X(step), step.Tensor<T>(3), step.Tensor<T>(4), Epsilon(step)),
    };

    private static Tensor<T> X(Step step) => step.Tensor<T>(0);

    /// <summary>A bias comes with a weight here; C# code gives one of ones.</summary>
    private static Tensor<T>? Weight(Step step) => step.Optional<T>(1) ?? (step.Optional<T>(2) is { } bias ? Tensor.OnesLike(bias) : null);

    private static double Epsilon(Step step) => step.Number("eps", 1e-5);

    private static int[] LastDimensions(Step step) => [.. Enumerable.Range(0, step.Integers("normalized_shape").Length).Select(i => -1 - i)];
}
