using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The losses of the case files.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class LossNames<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["mse_loss"] = step => MseLoss(step.Tensor<T>(0), step.Tensor<T>(1), How(step)),
        ["l1_loss"] = step => L1Loss(step.Tensor<T>(0), step.Tensor<T>(1), How(step)),
        ["bce_with_logits"] = step => (step.Optional<T>(2), step.Optional<T>(3)) switch
        {
            ({ } weight, { } posWeight) => BceWithLogits(step.Tensor<T>(0), step.Tensor<T>(1), weight, posWeight, How(step)),
            ({ } weight, null) => BceWithLogits(step.Tensor<T>(0), step.Tensor<T>(1), weight, reduction: How(step)),
            (null, { } posWeight) => BceWithLogits(step.Tensor<T>(0), step.Tensor<T>(1), 1, posWeight, How(step)),
            _ => BceWithLogits(step.Tensor<T>(0), step.Tensor<T>(1), reduction: How(step)),
        },
        ["nll_loss"] = step => step.Optional<T>(2) is { } weight
            ? NllLoss(step.Tensor<T>(0), step.Index(1), weight, How(step), Ignored(step))
            : NllLoss(step.Tensor<T>(0), step.Index(1), How(step), Ignored(step)),
        ["cross_entropy"] = step => step.Optional<T>(2) is { } weight
            ? CrossEntropy(step.Tensor<T>(0), step.Index(1), weight, How(step), Ignored(step))
            : step.Has("ignore_index") || step.Has("reduction")
            ? CrossEntropy(step.Tensor<T>(0), step.Index(1), How(step), Ignored(step))
            : CrossEntropy(step.Tensor<T>(0), step.Index(1)),
    };

    private static Reduction How(Step step) => step.Text("reduction") switch { "sum" => Reduction.Sum, "none" => Reduction.None, _ => Reduction.Mean };

    /// <summary>PyTorch ignores one class unless told otherwise.</summary>
    private static int? Ignored(Step step) => step.Has("ignore_index") ? step.Integer("ignore_index") : -100;
}
